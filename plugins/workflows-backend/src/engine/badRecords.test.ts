import { createWorkflowAction } from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { newId } from '../database/newId';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { custom, engineUnderTest, webhook } from './testing/engineUnderTest';
import { definition, node } from './testing/fixtures';
import { Receiver } from './testing/receiver';

describe('a run that is claimed again', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await Receiver.start();
  });
  afterEach(() => receiver.stop());

  it.each(
    ids.flatMap(([id]) =>
      (
        [
          ['workflow_execution_steps', 'output'],
          ['workflow_execution_steps', 'request'],
          ['workflow_executions', 'trigger_context'],
          ['workflow_executions', 'inherited'],
        ] as const
      ).map(([table, column]) => [table, column, id] as const),
    ),
  )('fails clearly when %s.%s is no JSON on %s', async (table, column, id) => {
    const knex = await migratedDatabase(databases, id);
    const test = engineUnderTest(knex);
    const execution = await test.start(
      definition([
        webhook('tell', receiver.url),
        node('wait', 'delay', { duration: '1h' }),
        webhook('never', receiver.url),
      ]),
    );
    await test.drain();
    await knex(table).update({ [column]: '{"cut' });
    test.clock.advance(3_600_000);
    await test.drain();
    expect(await test.execution(execution)).toMatchObject({
      status: 'FAILED',
      reason_code: 'internal_error',
      due_at: null,
    });
    expect(receiver.received).toHaveLength(1);
  });

  it.each(ids)(
    'after the action of its open step was removed fails, in doubt about it, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const hanging = createWorkflowAction({
        id: 'acme:do',
        title: 'Do',
        description: 'Does it.',
        effect: 'keyed',
        schema: { config: z.strictObject({}), output: z.null() },
        prepare: () => ({}),
        run: () => new Promise(() => {}),
      });
      const before = engineUnderTest(knex, { actions: [hanging] });
      const execution = await before.start(
        definition([custom('do', 'acme:do')]),
      );
      void before.run((await before.claim())!);
      while ((await before.steps(execution)).do?.effect_state !== 'sent') {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      const after = engineUnderTest(knex);
      after.clock.advance(10_001);
      await after.drain();
      expect(await after.execution(execution)).toMatchObject({
        status: 'FAILED',
        reason_code: 'action_unknown',
        due_at: null,
      });
      expect((await after.steps(execution)).do.effect_state).toBe('in_doubt');
    },
  );

  it.each(ids)(
    'after its worker died keeps its place among the runs of its workflow, and frees it, on %s',
    async id => {
      const test = engineUnderTest(await migratedDatabase(databases, id));
      const workflowId = newId();
      const drawn = definition([webhook('tell', receiver.url)], {
        settings: { concurrency: 1 },
      });
      const first = await test.start(drawn, { workflowId });
      const second = await test.start(drawn, { workflowId });
      expect((await test.claim())?.executionId).toBe(first);
      expect(await test.claim()).toBeUndefined();

      test.clock.advance(10_001);
      const again = (await test.claim())!;
      expect(again.executionId).toBe(first);
      expect(await test.claim()).toBeUndefined();
      await test.run(again);
      await test.drain();
      expect((await test.execution(first))?.status).toBe('COMPLETED');
      expect((await test.execution(second))?.status).toBe('COMPLETED');
    },
  );
});
