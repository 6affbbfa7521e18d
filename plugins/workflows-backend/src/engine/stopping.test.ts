import {
  type WorkflowAction,
  ActionError,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import { ManualClock } from '../database/clock';
import { newId } from '../database/newId';
import { stopResolvedRuns } from '../database/operations/executions/stopResolvedRuns';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { custom, engineUnderTest } from './testing/engineUnderTest';
import { definition, incidentContext, node } from './testing/fixtures';
import { silentDriver } from '../testing/silentDriver';

const incidentId = newId();
const settings = { stopWhenResolved: true };

const resolve = (knex: Knex, clock = new ManualClock()) =>
  knex.transaction(trx =>
    stopResolvedRuns({
      trx,
      clock,
      driver: silentDriver,
      incidentIds: [incidentId],
    }),
  );

/** An action that does something of the test's, and counts. */
function counting(run: () => Promise<void>): {
  action: WorkflowAction;
  runs: () => number;
} {
  let runs = 0;
  const action = createWorkflowAction({
    id: 'test:act',
    title: 'Act',
    description: 'Acts',
    effect: 'keyed',
    schema: { config: z.strictObject({}), output: z.strictObject({}) },
    prepare: () => ({}),
    run: async () => {
      runs += 1;
      await run();
      return { status: 'done', output: {} };
    },
  });
  return { action, runs: () => runs };
}

const wait = (data: object = {}) =>
  node('wait', 'delay', { duration: '1d', ...data });

describe('a run that stops when its incident is resolved', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  it.each(ids)('ends at once while it waits on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const act = counting(async () => {});
    const test = engineUnderTest(knex, { actions: [act.action] });
    const drawn = [wait(), custom('act', 'test:act')];
    const stops = await test.start(definition(drawn, { settings }), {
      incidentId,
    });
    const goesOn = await test.start(definition(drawn), { incidentId });
    const other = await test.start(definition(drawn, { settings }));
    await test.drain();
    expect(await resolve(knex, test.clock)).toEqual([stops]);
    await test.drain();
    expect(await test.execution(stops)).toMatchObject({
      status: 'CANCELLED',
      reason_code: 'incident_resolved',
      due_at: null,
    });
    expect((await test.steps(stops)).wait).toMatchObject({
      state: 'failed',
      error: { code: 'incident_resolved' },
      resume_at: null,
    });
    expect((await test.execution(goesOn))?.status).toBe('WAITING');
    expect((await test.execution(other))?.status).toBe('WAITING');
    expect(await resolve(knex, test.clock)).toEqual([]);
  });

  it.each(ids)('does not begin on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const act = counting(async () => {});
    const test = engineUnderTest(knex, { actions: [act.action] });
    const execution = await test.start(
      definition([custom('act', 'test:act')], { settings }),
      { incidentId },
    );
    await resolve(knex);
    await test.drain();
    expect(await test.execution(execution)).toMatchObject({
      status: 'CANCELLED',
      reason_code: 'incident_resolved',
    });
    expect(act.runs()).toBe(0);
  });

  it.each(ids)(
    'records the step that it is in, and starts no other, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const act = counting(async () => {
        await resolve(knex);
      });
      const test = engineUnderTest(knex, { actions: [act.action] });
      const execution = await test.start(
        definition([custom('one', 'test:act'), custom('two', 'test:act')], {
          settings,
        }),
        { incidentId },
      );
      await test.drain();
      expect(act.runs()).toBe(1);
      expect(await test.execution(execution)).toMatchObject({
        status: 'CANCELLED',
        reason_code: 'incident_resolved',
      });
      const steps = await test.steps(execution);
      expect(Object.keys(steps)).toEqual(['one']);
      expect(steps.one).toMatchObject({
        state: 'completed',
        effect_state: 'confirmed',
      });
    },
  );

  it.each(ids)('does not wait for a retry on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const act = counting(async () => {
      await resolve(knex);
      throw new ActionError('Busy', { code: 'busy', retryable: true });
    });
    const test = engineUnderTest(knex, { actions: [act.action] });
    const execution = await test.start(
      definition([custom('one', 'test:act')], { settings }),
      { incidentId },
    );
    await test.drain();
    expect(act.runs()).toBe(1);
    expect((await test.execution(execution))?.reason_code).toBe(
      'incident_resolved',
    );
  });
});

describe('a delay that checks again afterwards', () => {
  const databases = testDatabases();
  const conditions = [{ field: 'status', value: 'triggered' }];

  it.each(databases.eachSupportedId())(
    'ends the run when the trigger holds no longer, and says why, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const act = counting(async () => {});
      let status: 'triggered' | 'acknowledged' = 'triggered';
      const test = engineUnderTest(knex, {
        actions: [act.action],
        loadIncident: async () => incidentContext({ status }).incident,
      });
      const run = (recheck: boolean) =>
        test.start(
          definition([wait({ recheck }), custom('act', 'test:act')], {
            conditions,
          }),
        );
      const holds = await run(true);
      await test.drain();
      test.clock.advance(86_400_000);
      await test.drain();
      expect((await test.execution(holds))?.status).toBe('COMPLETED');
      expect((await test.steps(holds)).wait.explanation.holds).toBe(true);

      const ends = await run(true);
      const goesOn = await run(false);
      await test.drain();
      status = 'acknowledged';
      test.clock.advance(86_400_000);
      await test.drain();
      expect(await test.execution(ends)).toMatchObject({
        status: 'CANCELLED',
        reason_code: 'conditions_no_longer_hold',
        due_at: null,
      });
      expect((await test.steps(ends)).wait).toMatchObject({
        state: 'completed',
        explanation: {
          holds: false,
          conditions: [
            { field: 'status', expected: 'triggered', actual: 'acknowledged' },
          ],
        },
      });
      expect((await test.execution(goesOn))?.status).toBe('COMPLETED');
      expect((await test.steps(goesOn)).wait.explanation).toBeNull();
      expect(act.runs()).toBe(2);
    },
  );
});
