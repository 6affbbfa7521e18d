import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { TestIntake } from './__testUtils__/TestIntake';
import { addWorkflow, disableWorkflow } from './__testUtils__/addWorkflow';
import { alert, delivery } from './__testUtils__/alerts';

describe('intake', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let intake: TestIntake | undefined;
  let knex: Knex;

  async function start(id: TestDatabaseId) {
    knex = await migratedDatabase(databases, id);
    intake = await TestIntake.start({ knex });
    return intake;
  }

  afterEach(async () => {
    await intake?.stop();
    intake = undefined;
  });

  const executions = () => knex('workflow_executions').orderBy('id');
  const incidents = () => knex('incidents').orderBy('id');

  it.each(ids)(
    'makes one incident and one run of 100 copies of a delivery on %s',
    async id => {
      const { post, settled } = bound(await start(id));
      await addWorkflow({ knex, name: 'tell' });
      const body = delivery(alert({ name: 'a' }));

      const answers = await Promise.all(
        Array.from({ length: 100 }, () => post('alerts', body)),
      );
      const accepted = answers.filter(({ status }) => status === 202);
      expect(accepted).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(99);
      expect(new Set(answers.map(answer => answer.body.id)).size).toBe(1);
      await settled();

      expect(await incidents()).toHaveLength(1);
      const runs = await executions();
      expect(runs).toHaveLength(1);
      expect(JSON.parse(runs[0].trigger_context)).toMatchObject({
        incident: { title: 'a is on fire', status: 'triggered', episode: 1 },
        change: { to: 'triggered' },
      });
      expect(intake!.pokes).toBe(1);
      expect(intake!.changes.map(({ kind }) => kind).sort()).toEqual([
        'execution',
        'incident',
      ]);
    },
  );

  it.each(ids)(
    'answers other hooks while a large delivery is in the works on %s',
    async id => {
      const { post, settled } = bound(await start(id));
      const count = 2_000;
      await post(
        'alerts',
        delivery(
          ...Array.from({ length: count }, (_, name) =>
            alert({ name: `a${name}` }),
          ),
        ),
      );
      const { status } = await post('pager', { id: 1, what: 'Other' });
      expect(status).toBe(202);
      // Without pauses SQLite would let nobody through until the last event.
      expect((await incidents()).length).toBeLessThan(count);
      await settled();
      expect(await incidents()).toHaveLength(count + 1);
    },
  );

  it.each(ids)(
    'makes one run of 100 different deliveries of one incident on %s',
    async id => {
      const { post, settled } = bound(await start(id));
      await addWorkflow({ knex, name: 'tell' });
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, value) =>
          post(
            'alerts',
            delivery(
              alert({ name: 'a', annotations: { value: String(value) } }),
            ),
          ),
        ),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(
        new Set([202]),
      );
      await settled();
      expect(await incidents()).toHaveLength(1);
      expect(await knex('incident_events')).toHaveLength(100);
      expect(await executions()).toHaveLength(1);
    },
  );

  it.each(ids)('resolves one of two alerts of a group on %s', async id => {
    const { post, settled } = bound(await start(id));
    await addWorkflow({
      knex,
      name: 'resolved',
      trigger: { type: 'state_changed', to: ['resolved'], conditions: [] },
    });
    await post('alerts', delivery(alert({ name: 'a' }), alert({ name: 'b' })));
    await post(
      'alerts',
      delivery(alert({ name: 'a', status: 'resolved' }), alert({ name: 'b' })),
    );
    await settled();

    const states = Object.fromEntries(
      (await incidents()).map(row => [row.incident_key, row.status]),
    );
    expect(states).toEqual({
      'fingerprint-of-a': 'resolved',
      'fingerprint-of-b': 'triggered',
    });
    const runs = await executions();
    expect(runs).toHaveLength(1);
    expect(JSON.parse(runs[0].trigger_context)).toMatchObject({
      incident: { incidentKey: 'fingerprint-of-a', status: 'resolved' },
      change: { from: 'triggered', to: 'resolved' },
    });
  });

  it.each(ids)('opens a second episode when it fires again on %s', async id => {
    const { post, settled } = bound(await start(id));
    await addWorkflow({ knex, name: 'tell' });
    await post('alerts', delivery(alert({ name: 'a' })));
    await settled();
    await post('alerts', delivery(alert({ name: 'a', status: 'resolved' })));
    await settled();
    await post(
      'alerts',
      delivery(alert({ name: 'a', startsAt: '2026-11-22T11:00:00Z' })),
    );
    await settled();

    expect(await incidents()).toMatchObject([
      { status: 'triggered', episode: 2 },
    ]);
    const [{ id: incidentId }] = await incidents();
    expect((await executions()).map(run => run.once_key)).toEqual([
      `created:${incidentId}:1`,
      `created:${incidentId}:2`,
    ]);
  });

  it.each(ids)(
    'stays resolved when the firing arrives late, and runs once on %s',
    async id => {
      const { post, settled } = bound(await start(id));
      await addWorkflow({ knex, name: 'tell' });
      await addWorkflow({
        knex,
        name: 'changed',
        trigger: { type: 'state_changed', conditions: [] },
      });
      await post('alerts', delivery(alert({ name: 'a', status: 'resolved' })));
      await settled();
      expect(await executions()).toEqual([]);
      await post('alerts', delivery(alert({ name: 'a' })));
      await settled();

      expect(await incidents()).toMatchObject([
        { status: 'resolved', episode: 1 },
      ]);
      expect(await executions()).toMatchObject([
        { workflow_name: 'tell', trigger: 'incident_created' },
      ]);
    },
  );

  it.each(ids)('starts nothing after a disable on %s', async id => {
    const { post, settled } = bound(await start(id));
    const first = await addWorkflow({ knex, name: 'first' });
    await post('alerts', delivery(alert({ name: 'a' })));
    await settled();
    await disableWorkflow(knex, first);
    await addWorkflow({ knex, name: 'second' });
    await post('alerts', delivery(alert({ name: 'b' })));
    await settled();
    expect((await executions()).map(run => run.workflow_name)).toEqual([
      'first',
      'second',
    ]);
  });

  it.each(ids)('keeps what it cannot read, for a replay on %s', async id => {
    const first = bound(await start(id));
    const answer = await first.post('pager', { key: 'P1', what: 'Disk full' });
    expect(answer.status).toBe(202);
    await first.settled();
    expect(await knex('incident_deliveries')).toMatchObject([
      {
        id: answer.body.id,
        state: 'failed',
        error: expect.stringMatching(/^id: /),
      },
    ]);
    expect(await incidents()).toEqual([]);
    await intake!.stop();

    intake = await TestIntake.start({
      knex,
      sources: {
        pager: {
          type: 'generic',
          insecure: true,
          fields: { incidentKey: 'key', title: 'what' },
        },
      },
    });
    await intake.replay(answer.body.id);
    await intake.settled();
    expect(await knex('incident_deliveries')).toMatchObject([
      { state: 'processed', error: null, attempts: 1 },
    ]);
    expect(await incidents()).toMatchObject([{ title: 'Disk full' }]);
  });

  it.each(ids)(
    'replaying a processed delivery adds nothing on %s',
    async id => {
      const { post, settled } = bound(await start(id));
      await addWorkflow({ knex, name: 'tell' });
      const answer = await post('alerts', delivery(alert({ name: 'a' })));
      await settled();
      await intake!.replay(answer.body.id);
      await settled();
      expect(await knex('incident_events')).toHaveLength(1);
      expect(await executions()).toHaveLength(1);
    },
  );

  it.each(ids)(
    'stops what ends with the incident when it is resolved, not what that sets off, on %s',
    async id => {
      const { post, settled } = bound(await start(id));
      const settings = { stopWhenResolved: true };
      await addWorkflow({ knex, name: 'stops', settings });
      await addWorkflow({ knex, name: 'goes on' });
      await addWorkflow({
        knex,
        name: 'about the end',
        settings,
        trigger: { type: 'state_changed', to: ['resolved'], conditions: [] },
      });
      await post('alerts', delivery(alert({ name: 'a' })));
      await post('alerts', delivery(alert({ name: 'b' })));
      await settled();
      const later = 99_999_999_999_999;
      await knex('workflow_executions').update({
        status: 'WAITING',
        due_at: later,
      });
      const { pokes } = intake!;
      await post('alerts', delivery(alert({ name: 'a', status: 'resolved' })));
      await settled();
      const runs = await executions();
      expect(
        runs
          .filter(run => run.stop_code)
          .map(run => [
            run.workflow_name,
            run.stop_code,
            JSON.parse(run.trigger_context).incident.title,
            Number(run.due_at) < later,
          ]),
      ).toEqual([['stops', 'incident_resolved', 'a is on fire', true]]);
      expect(runs).toHaveLength(5);
      expect(intake!.pokes).toBe(pokes + 1);
    },
  );
});

/** Its methods, to be called by name alone. */
function bound(test: TestIntake) {
  return {
    post: test.post.bind(test),
    settled: test.settled.bind(test),
  };
}
