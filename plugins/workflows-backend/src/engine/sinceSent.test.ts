import type { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  ActionError,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { custom, engineUnderTest } from './testing/engineUnderTest';
import { definition } from './testing/fixtures';

describe('a probe is told how long ago the request was sent', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  async function create(id: TestDatabaseId, run: () => Promise<never>) {
    const probe = jest.fn(async (_context: { sinceSentMs: number }) => ({
      found: 'not yet' as const,
      checkAfterMs: 60_000,
    }));
    const action = createWorkflowAction({
      id: 'acme:do',
      title: 'Do',
      description: 'Does it.',
      schema: { config: z.object({}), output: z.any() },
      effect: 'probed',
      prepare: () => ({}),
      run,
      probe,
    } as any);
    const test = engineUnderTest(await migratedDatabase(databases, id), {
      actions: [action],
    });
    return {
      ...test,
      told: () => probe.mock.calls.map(([{ sinceSentMs }]) => sinceSentMs),
    };
  }

  it.each(ids)('since an ambiguous end on %s', async id => {
    const test = await create(id, async () => {
      throw new ActionError('Lost.', { code: 'timeout', ambiguous: true });
    });
    await test.start(definition([custom('do', 'acme:do')]));
    await test.drain();
    for (const ms of [2_000, 60_000]) {
      test.clock.advance(ms);
      await test.drain();
    }
    expect(test.told()).toEqual([2_000, 62_000]);
  });

  it.each(ids)('since a crash was found on %s', async id => {
    const test = await create(id, () => new Promise(() => {}));
    const execution = await test.start(definition([custom('do', 'acme:do')]));
    const dead = new AbortController();
    const first = test.run((await test.claim())!, dead.signal);
    while ((await test.steps(execution)).do?.effect_state !== 'sent') {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    test.clock.advance(10_001);
    await test.drain();
    test.clock.advance(60_000);
    await test.drain();
    expect(test.told()).toEqual([0, 60_000]);
    dead.abort();
    await first;
  });

  it.each(ids)('since a retry by hand began on %s', async id => {
    const test = await create(id, async () => {
      throw new Error('must not be sent');
    });
    const parentId = await test.start(definition([]));
    await test.drain();
    test.clock.advance(500_000);
    await test.start(definition([custom('do', 'acme:do')]), {
      retries: {
        parentId,
        rootId: parentId,
        inherited: {
          do: { effectKey: 'key', effectState: 'in_doubt', request: {} },
        },
      },
    });
    test.clock.advance(3_000);
    await test.drain();
    test.clock.advance(60_000);
    await test.drain();
    expect(test.told()).toEqual([3_000, 63_000]);
  });
});
