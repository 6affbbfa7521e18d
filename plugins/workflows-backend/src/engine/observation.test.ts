import { newId } from '../database/newId';
import { cancelExecutionsOf } from '../database/operations/workflows/cancelExecutionsOf';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { engineUnderTest, webhook } from './testing/engineUnderTest';
import { definition } from './testing/fixtures';
import { LeaseLateError } from './leaseKeeper';
import { Receiver } from './testing/receiver';

describe('what the engine tells of itself', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let receiver: Receiver;
  afterEach(() => receiver?.stop());

  it.each(ids)(
    'counts claims, attempts, retries and the end of a run on %s',
    async id => {
      receiver = await Receiver.start((_, response, count) => {
        response.statusCode = count === 1 ? 503 : 200;
        response.end();
      });
      const test = engineUnderTest(await migratedDatabase(databases, id));
      await test.start(definition([webhook('tell', receiver.url)]));
      await test.drain();
      test.clock.advance(60_000);
      await test.drain();
      const webhookRun = {
        'workflows.action.type': 'webhook',
        'workflows.action.function': 'run',
      };
      expect(
        test.measured.map(({ name, attributes }) => [name, attributes]),
      ).toEqual([
        ['workflows.executions.claimed', undefined],
        [
          'workflows.step.duration',
          { ...webhookRun, 'error.type': 'http_status' },
        ],
        ['workflows.executions.claimed', undefined],
        ['workflows.steps.retried', { 'workflows.action.type': 'webhook' }],
        ['workflows.step.duration', webhookRun],
        [
          'workflows.executions.finished',
          expect.objectContaining({
            'workflows.execution.status': 'COMPLETED',
          }),
        ],
      ]);
    },
  );

  it.each(ids)('counts a lease that was lost to another on %s', async id => {
    receiver = await Receiver.start();
    const test = engineUnderTest(await migratedDatabase(databases, id));
    await test.start(definition([webhook('tell', receiver.url)]));
    const stale = (await test.claim())!;
    test.clock.advance(10_001);
    await test.claim();
    await test.run(stale);
    expect(lost(test)).toBe(1);
  });

  it.each(ids)('counts a lease that was renewed too late on %s', async id => {
    receiver = await Receiver.start();
    const test = engineUnderTest(await migratedDatabase(databases, id));
    await test.start(definition([webhook('tell', receiver.url)]));
    await test.run(
      (await test.claim())!,
      AbortSignal.abort(new LeaseLateError()),
    );
    expect(lost(test)).toBe(1);
    expect(receiver.received).toEqual([]);
  });

  it.each(ids)(
    'counts no lease as lost when the run was ended from outside on %s',
    async id => {
      receiver = await Receiver.start();
      const knex = await migratedDatabase(databases, id);
      const test = engineUnderTest(knex);
      const workflowId = newId();
      await test.start(definition([webhook('tell', receiver.url)]), {
        workflowId,
      });
      const claim = (await test.claim())!;
      await knex.transaction(trx =>
        cancelExecutionsOf({
          trx,
          clock: test.clock,
          driver: test.engine.driver,
          workflowId,
          statuses: ['RUNNING'],
          reasonCode: 'workflow_disabled',
          reason: 'Disabled',
        }),
      );
      await test.run(claim);
      expect(lost(test)).toBe(0);
      expect(receiver.received).toEqual([]);
    },
  );
});

function lost({ measured }: ReturnType<typeof engineUnderTest>): number {
  return measured.filter(
    ({ name }) => name === 'workflows.executions.leases_lost',
  ).length;
}
