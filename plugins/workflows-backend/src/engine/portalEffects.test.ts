import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { ActionData } from 'backstage-plugin-workflows-common';
import type { Egress } from 'backstage-plugin-workflows-node';
import { fakePorts } from '../actions/__testUtils__/fakePorts';
import { createBuiltInActions } from '../actions/builtInActions';
import { FakeScaffolder } from '../actions/runbook/__testUtils__/FakeScaffolder';
import { FakeSlack } from '../actions/slack/__testUtils__/FakeSlack';
import { getIncident } from '../database/operations/incidents/getIncident';
import { TestIntake } from '../intake/__testUtils__/TestIntake';
import { alert, delivery } from '../intake/__testUtils__/alerts';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { createIncidentPorts } from '../wiring/createActionPorts';
import { engineUnderTest } from './testing/engineUnderTest';
import { definition, incidentContext, node } from './testing/fixtures';

/**
 * A call that takes effect, or not, and of which nobody hears again the first
 * time; later ones are answered.
 */
function lostOnce<A extends unknown[], T>(
  call: (...args: A) => Promise<T>,
  { arrives }: { arrives: boolean },
) {
  let tell = () => {};
  const underWay = new Promise<void>(resolve => {
    tell = resolve;
  });
  let calls = 0;
  return {
    underWay,
    calls: () => calls,
    call: async (...args: A): Promise<T> => {
      calls++;
      if (calls > 1) {
        return call(...args);
      }
      if (arrives) {
        await call(...args);
      }
      tell();
      return new Promise<T>(() => {});
    },
  };
}

describe('a crash between send and record', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId().map(([id]) => id);
  const both = (arrives: boolean[] = [true, false]) =>
    ids.flatMap(id =>
      arrives.map(arrive => ({
        id,
        arrives: arrive,
        what: arrive ? 'took effect' : 'was lost',
      })),
    );
  let intake: TestIntake | undefined;
  afterEach(async () => {
    await intake?.stop();
    intake = undefined;
  });

  /** Runs one action, takes its worker away while the call is under way, and lets another go on. */
  async function crash(options: {
    knex: Awaited<ReturnType<typeof migratedDatabase>>;
    ports?: Partial<ReturnType<typeof fakePorts>>;
    egress?: Egress;
    data: { actionType: string; config: JsonObject };
    underWay: Promise<void>;
    incidentId?: string;
    /** Before the second worker, and while it waits. */
    between?: () => void | Promise<void>;
  }) {
    const { knex, ports, egress, data, underWay, incidentId, between } =
      options;
    const [, ...actions] = createBuiltInActions({ ...fakePorts(), ...ports });
    const test = engineUnderTest(knex, {
      actions,
      ...(egress && { egressFor: () => egress }),
    });
    const execution = await test.start(
      definition([node('do', 'action', data as unknown as ActionData)]),
      incidentId
        ? {
            incidentId,
            context: incidentContext({ id: incidentId }),
          }
        : {},
    );
    const dead = new AbortController();
    const first = test.run((await test.claim())!, dead.signal);
    await underWay;
    expect((await test.steps(execution)).do.effect_state).toBe('sent');
    test.clock.advance(10_001);
    for (let n = 0; n < 10; n++) {
      await between?.();
      await test.drain();
      test.clock.advance(15_000);
    }
    dead.abort();
    await first;
    const { do: step } = await test.steps(execution);
    return {
      status: (await test.execution(execution))?.status,
      effect: step.effect_state,
      output: step.output,
      error: step.error?.code,
    };
  }

  it.each(both())(
    'leaves one notification, when it $what, on $id',
    async ({ id, arrives }) => {
      const shown = new Map<string, string>();
      const lost = lostOnce(
        async ({ payload }: any) => {
          shown.set(payload.scope, payload.title);
        },
        { arrives },
      );
      const ended = await crash({
        knex: await migratedDatabase(databases, id),
        ports: {
          notification: {
            notifications: { send: jest.fn(lost.call as any) },
            findUser: jest.fn(async () => undefined),
          },
        },
        data: {
          actionType: 'notification',
          config: { recipients: ['user:default/jane'], title: 'Fire' },
        },
        underWay: lost.underWay,
      });
      expect(ended).toMatchObject({ status: 'COMPLETED', effect: 'confirmed' });
      expect(lost.calls()).toBe(2);
      expect([...shown.values()]).toEqual(['Fire']);
    },
  );

  async function startIntake(id: TestDatabaseId) {
    const knex = await migratedDatabase(databases, id);
    intake = await TestIntake.start({ knex, entities: [] });
    await intake.post('alerts', delivery(alert({ name: 'a' })));
    await intake.settled();
    const { id: incidentId } = await knex('incidents').first('id');
    const ports = createIncidentPorts({ knex, intake: () => intake! });
    return { knex, ports, incidentId: incidentId as string };
  }

  it.each(both())(
    'leaves one edit of the incident, when it $what, on $id',
    async ({ id, arrives }) => {
      const { knex, ports, incidentId } = await startIntake(id);
      const lost = lostOnce(ports.edit, { arrives });
      const before = await knex('incident_events');
      const ended = await crash({
        knex,
        ports: { incident: { ...ports, edit: lost.call } as any },
        data: {
          actionType: 'incident',
          config: { operation: 'update', severity: 'low' },
        },
        underWay: lost.underWay,
        incidentId,
      });
      expect(ended).toMatchObject({
        status: 'COMPLETED',
        effect: 'confirmed',
        output: { incidentId },
      });
      expect(lost.calls()).toBe(2);
      expect(await knex('incident_events')).toHaveLength(before.length + 1);
      expect((await getIncident({ knex, id: incidentId }))?.severity).toBe(
        'low',
      );
    },
  );

  it.each(both())(
    'leaves one declared incident, when it $what, on $id',
    async ({ id, arrives }) => {
      const { knex, ports } = await startIntake(id);
      const lost = lostOnce(ports.declare, { arrives });
      const ended = await crash({
        knex,
        ports: { incident: { ...ports, declare: lost.call } as any },
        data: {
          actionType: 'incident',
          config: { operation: 'declare', title: 'The bakery, too' },
        },
        underWay: lost.underWay,
        between: () => intake!.settled(),
      });
      expect(ended).toMatchObject({ status: 'COMPLETED', effect: 'confirmed' });
      expect(lost.calls()).toBe(2);
      const declared = await knex('incidents').where({ source_id: 'portal' });
      expect(declared).toHaveLength(1);
      expect(ended.output).toEqual({ incidentId: declared[0].id });
    },
  );

  /** Slack, of which the first posting is lost. */
  function slackWith(slack: FakeSlack, arrives: boolean) {
    const answer: Egress['fetch'] = async ({ method, url, body }) => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(slack.answer(method, url, body)),
      truncated: false,
    });
    const lost = lostOnce(answer, { arrives });
    const egress: Egress = {
      fetch: (request, options) =>
        (request.method === 'POST' ? lost.call : answer)(request, options),
    };
    return { lost, egress };
  }

  it.each(both())(
    'leaves one message in Slack, when it $what, on $id',
    async ({ id, arrives }) => {
      const slack = new FakeSlack();
      const { lost, egress } = slackWith(slack, arrives);
      const ended = await crash({
        knex: await migratedDatabase(databases, id),
        egress,
        data: {
          actionType: 'slack',
          config: {
            token: { secret: 'SLACK' },
            channel: 'C0123ABCD',
            text: 'Fire',
          },
        },
        underWay: lost.underWay,
      });
      expect(ended).toMatchObject({
        status: 'COMPLETED',
        effect: arrives ? 'found' : 'confirmed',
        output: { channel: 'C0123ABCD', ts: slack.messages[0].ts },
      });
      expect(slack.messages).toHaveLength(1);
    },
  );

  it.each(both([true]))(
    'leaves a message in doubt that Slack lets nobody look for, on $id',
    async ({ id }) => {
      const slack = new FakeSlack();
      slack.errors['conversations.history'] = 'missing_scope';
      const { lost, egress } = slackWith(slack, true);
      const ended = await crash({
        knex: await migratedDatabase(databases, id),
        egress,
        data: {
          actionType: 'slack',
          config: {
            token: { secret: 'SLACK' },
            channel: 'C0123ABCD',
            text: 'Fire',
          },
        },
        underWay: lost.underWay,
      });
      expect(ended).toMatchObject({
        status: 'FAILED',
        effect: 'in_doubt',
        error: 'effect_in_doubt',
      });
      expect(slack.messages).toHaveLength(1);
    },
  );

  /** A scaffolder, of which the first start is lost. */
  function runbooksWith(arrives: boolean) {
    const scaffolder = new FakeScaffolder(() => Date.now(), 'completed');
    const lost = lostOnce(scaffolder.start.bind(scaffolder), { arrives });
    const { runbook } = fakePorts();
    const port = Object.assign(Object.create(scaffolder) as FakeScaffolder, {
      start: lost.call,
    });
    return {
      lost,
      scaffolder,
      ports: { runbook: { ...runbook, scaffolder: port } },
    };
  }
  const template = {
    operation: 'template',
    templateRef: 'template:default/restart',
  };

  it.each(both())(
    'leaves one task of a template that has the key, when it $what, on $id',
    async ({ id, arrives }) => {
      const { lost, ports, scaffolder } = runbooksWith(arrives);
      const ended = await crash({
        knex: await migratedDatabase(databases, id),
        ports,
        data: {
          actionType: 'runbook',
          config: { ...template, keyParameter: 'key' },
        },
        underWay: lost.underWay,
      });
      expect(ended).toMatchObject({
        status: 'COMPLETED',
        effect: arrives ? 'found' : 'confirmed',
        output: { taskId: 'task-1' },
      });
      expect(scaffolder.tasks).toHaveLength(1);
    },
  );

  it.each(both())(
    'leaves a template without the key in doubt, when it $what, on $id',
    async ({ id, arrives }) => {
      const { lost, ports, scaffolder } = runbooksWith(arrives);
      const ended = await crash({
        knex: await migratedDatabase(databases, id),
        ports,
        data: { actionType: 'runbook', config: template },
        underWay: lost.underWay,
      });
      expect(ended).toMatchObject({ status: 'FAILED', effect: 'in_doubt' });
      expect(scaffolder.tasks).toHaveLength(arrives ? 1 : 0);
      expect(lost.calls()).toBe(1);
    },
  );

  it.each(
    ids.flatMap(id => [true, false].map(idempotent => ({ id, idempotent }))),
  )(
    'repeats an action of the registry if it says so ($idempotent) on $id',
    async ({ id, idempotent }) => {
      const lost = lostOnce(async () => ({}), { arrives: true });
      const { runbook } = fakePorts();
      const attributes = { readOnly: false, destructive: true, idempotent };
      const ended = await crash({
        knex: await migratedDatabase(databases, id),
        ports: {
          runbook: {
            ...runbook,
            actions: {
              list: jest.fn(
                async () => [{ id: 'catalog:refresh', attributes }] as any,
              ),
              invoke: jest.fn(lost.call),
            },
          },
        },
        data: {
          actionType: 'runbook',
          config: { operation: 'action', actionId: 'catalog:refresh' },
        },
        underWay: lost.underWay,
      });
      expect(ended).toMatchObject(
        idempotent
          ? { status: 'COMPLETED', effect: 'confirmed' }
          : { status: 'FAILED', effect: 'in_doubt' },
      );
      expect(lost.calls()).toBe(idempotent ? 2 : 1);
    },
  );
});
