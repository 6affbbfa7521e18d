import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  type IncidentTicket,
  ticketsOf,
} from 'backstage-plugin-workflows-common';
import { createWorkflowAction } from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { IncidentReader } from '../database/operations/incidents/IncidentReader';
import { TestIntake } from '../intake/__testUtils__/TestIntake';
import { alert, delivery } from '../intake/__testUtils__/alerts';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { custom, engineUnderTest } from './testing/engineUnderTest';
import { definition } from './testing/fixtures';
import type { EngineOptions } from './types';

const TICKET: IncidentTicket = {
  system: 'desk',
  key: 'D-1',
  url: 'https://desk.example/D-1',
};

const acme = (options: Record<string, unknown>) =>
  createWorkflowAction({
    id: 'acme:ticket',
    title: 'Ticket',
    description: 'Makes a ticket.',
    schema: { config: z.object({}), output: z.any() },
    effect: 'probed',
    prepare: () => ({}),
    run: async () => ({ status: 'done', output: 1, tickets: [TICKET] }),
    probe: async () => ({ found: true, output: 2, tickets: [TICKET] }),
    ...options,
  } as any);

describe('tickets of a step', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let intake: TestIntake;
  afterEach(() => intake.stop());

  /** An incident that came in by its hook, and an engine beside the intake. */
  async function create(
    id: TestDatabaseId,
    options: {
      action?: Record<string, unknown>;
      around?: (
        record: () => Promise<unknown>,
        test: ReturnType<typeof engineUnderTest>,
      ) => Promise<unknown>;
    } = {},
  ) {
    const knex = await migratedDatabase(databases, id);
    intake = await TestIntake.start({ knex });
    await intake.post('alerts', delivery(alert({ name: 'a' })));
    await intake.settled();
    const { id: incidentId } = await knex('incidents').first('id');
    const { around = record => record() } = options;
    const recordTickets: EngineOptions['recordTickets'] = ({
      tickets,
      ...edit
    }) =>
      around(() => intake.edits.apply({ ...edit, patch: { tickets } }), test);
    const test = engineUnderTest(knex, {
      actions: [acme(options.action ?? {})],
      recordTickets,
    });
    const execution = await test.start(
      definition([custom('make', 'acme:ticket')]),
      { incidentId },
    );
    return {
      ...test,
      knex,
      incidentId,
      execution,
      step: async () => (await test.steps(execution)).make,
      events: () =>
        knex('incident_events')
          .where({ incident_id: incidentId })
          .orderBy('id'),
      tickets: async () =>
        ticketsOf((await IncidentReader.create({ knex }).read(incidentId))!),
    };
  }

  it.each(ids)('are an event of the incident on %s', async id => {
    const test = await create(id);
    await test.drain();
    expect(await test.tickets()).toEqual([TICKET]);
    expect(await test.step()).toMatchObject({ state: 'completed', output: 1 });
    const [, event] = await test.events();
    expect(event).toMatchObject({ caused_by: test.execution });
  });

  it.each(ids)(
    'are there once after a crash between them and the step on %s',
    async id => {
      const run = jest.fn(async () => ({
        status: 'done',
        output: 1,
        tickets: [TICKET],
      }));
      let crashes = 1;
      const test = await create(id, {
        action: { run },
        around: async (record, { engine }) => {
          await record();
          if (crashes-- > 0) {
            // Taken over: what this worker writes from now on is refused.
            await engine
              .knex('workflow_executions')
              .update({ epoch: engine.knex.raw('epoch + 1') });
          }
        },
      });
      await test.run((await test.claim())!);
      expect(await test.tickets()).toEqual([TICKET]);
      expect(await test.step()).toMatchObject({
        state: 'running',
        effect_state: 'sent',
      });

      test.clock.advance(10_001);
      await test.drain();
      expect(await test.step()).toMatchObject({
        state: 'completed',
        effect_state: 'found',
        output: 2,
      });
      expect(run).toHaveBeenCalledTimes(1);
      expect(await test.tickets()).toEqual([TICKET]);
      expect(await test.events()).toHaveLength(2);
    },
  );

  it.each(ids)(
    'are not lost by a crash before they are recorded on %s',
    async id => {
      const stop = new AbortController();
      const test = await create(id, {
        around: async record => {
          if (!stop.signal.aborted) {
            stop.abort();
            throw new Error('Connection terminated unexpectedly');
          }
          await record();
        },
      });
      await test.run((await test.claim())!, stop.signal);
      expect(await test.tickets()).toEqual([]);
      expect((await test.step()).state).toBe('running');
      test.clock.advance(10_001);
      await test.drain();
      expect(await test.tickets()).toEqual([TICKET]);
      expect((await test.step()).state).toBe('completed');
    },
  );

  it.each(ids)(
    'are recorded again when the database was away for a moment on %s',
    async id => {
      let failures = 1;
      const test = await create(id, {
        around: async record => {
          await record();
          if (failures-- > 0) {
            throw new Error('Connection terminated unexpectedly');
          }
        },
      });
      await test.drain();
      expect((await test.step()).effect_state).toBe('confirmed');
      expect(await test.tickets()).toEqual([TICKET]);
      expect(await test.events()).toHaveLength(2);
    },
  );

  it.each(ids)(
    'do not hold up a run whose incident is gone on %s',
    async id => {
      const test = await create(id, {
        around: async () => {
          throw new NotFoundError('gone');
        },
      });
      await test.drain();
      expect((await test.step()).state).toBe('completed');
      expect(test.logger.warn).toHaveBeenCalledTimes(1);
    },
  );

  it.each(ids)('that are none are the action’s mistake on %s', async id => {
    const test = await create(id, {
      action: {
        run: async () => ({
          status: 'done',
          output: 1,
          tickets: [{ ...TICKET, key: '' }],
        }),
      },
    });
    await test.drain();
    expect(await test.step()).toMatchObject({
      state: 'failed',
      effect_state: 'confirmed',
      error: { code: 'internal_error' },
    });
    expect(await test.tickets()).toEqual([]);
  });

  it.each(ids)(
    'of an action that waits come with its check on %s',
    async id => {
      const test = await create(id, {
        action: {
          run: async () => ({
            status: 'waiting',
            checkAfterMs: 5_000,
            token: 1,
          }),
          check: async () => ({ status: 'done', output: 3, tickets: [TICKET] }),
        },
      });
      await test.drain();
      expect(await test.tickets()).toEqual([]);
      test.clock.advance(5_000);
      await test.drain();
      expect(await test.tickets()).toEqual([TICKET]);
    },
  );
});
