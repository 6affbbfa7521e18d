import {
  type WorkflowAction,
  ActionError,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { publishVersion } from '../../database/operations/versions/publishVersion';
import { lockWorkflow } from '../../database/operations/workflows/getWorkflow';
import { insertWorkflow } from '../../database/operations/workflows/insertWorkflow';
import { saveWorkflowVersion } from '../../database/operations/workflows/saveWorkflowVersion';
import { setEnabled } from '../../database/operations/workflows/setEnabled';
import {
  custom,
  engineUnderTest,
  webhook,
} from '../../engine/testing/engineUnderTest';
import {
  definition,
  incidentContext,
  node,
} from '../../engine/testing/fixtures';
import { Receiver } from '../../engine/testing/receiver';
import { migratedDatabase, testDatabases } from '../../testing/databases';
import { retryExecution } from './retryExecution';

jest.setTimeout(30_000);

const actorRef = 'user:default/member';

/** An action that says by its first ambiguous end that nobody knows, and keeps what it sent. */
function doubtful(sent: Array<{ effectKey: string; request: unknown }>) {
  return createWorkflowAction({
    id: 'test:doubt',
    title: 'Doubt',
    description: 'Ends ambiguously the first time',
    effect: 'in_doubt',
    schema: {
      config: z.strictObject({ text: z.string().optional() }),
      output: z.strictObject({}),
    },
    prepare: ({ config }) => ({ text: config.text ?? '' }),
    run: async ({ effectKey, request }) => {
      sent.push({ effectKey, request });
      if (sent.length === 1) {
        throw new ActionError('The connection broke', {
          code: 'connection',
          ambiguous: true,
        });
      }
      return { status: 'done', output: {} };
    },
  });
}

async function setUp(
  knex: Knex,
  drawn: WorkflowDefinition,
  actions: WorkflowAction[] = [],
) {
  let title = 'As it was';
  const test = engineUnderTest(knex, {
    actions,
    loadIncident: async () => incidentContext({ title }).incident,
  });
  const { clock, engine } = test;
  const { driver } = engine;
  const workflowId = await knex.transaction(trx =>
    insertWorkflow({
      trx,
      clock,
      name: 'Tell',
      description: '',
      ownerRef: 'group:default/payments',
      definition: drawn,
      actorRef,
    }),
  );
  const publish = (version: number) =>
    knex.transaction(async trx => {
      const workflow = await lockWorkflow({ trx, id: workflowId });
      await publishVersion({ trx, clock, workflow, version, actorRef });
    });
  const enable = (enabled: boolean) =>
    knex.transaction(trx =>
      setEnabled({ trx, clock, driver, id: workflowId, enabled, actorRef }),
    );
  await publish(1);
  await enable(true);
  const first = await test.start(drawn, { workflowId });
  await test.drain();
  return {
    ...test,
    workflowId,
    first,
    enable,
    retitle: (next: string) => {
      title = next;
    },
    edit: async (next: WorkflowDefinition) => {
      await knex.transaction(trx =>
        saveWorkflowVersion({
          trx,
          clock,
          id: workflowId,
          latestVersion: 1,
          definition: next,
          actorRef,
        }),
      );
      await publish(2);
    },
    retry: (
      request: Parameters<typeof retryExecution>[0]['request'],
      id = first,
    ) => retryExecution({ knex, clock, driver, id, request, actorRef }),
  };
}

describe('retryExecution', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let receiver: Receiver;
  let answer = 200;
  beforeEach(async () => {
    answer = 200;
    receiver = await Receiver.start((request, response) => {
      response.statusCode = request.path === '/second' ? answer : 200;
      response.end();
    });
  });
  afterEach(() => receiver.stop());

  const twoCalls = () =>
    definition([
      webhook('one', `${receiver.url}/first`),
      webhook('two', `${receiver.url}/second`),
    ]);
  const sentTo = (path: string) =>
    receiver.received
      .filter(request => request.path === path)
      .map(({ headers, body }) => [headers['idempotency-key'], body]);

  it.each(ids)(
    'goes on from the failed step with its key and its bytes on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      answer = 400;
      const test = await setUp(knex, twoCalls());
      expect((await test.execution(test.first))?.status).toBe('FAILED');

      answer = 200;
      test.retitle('As it is');
      const retry = await test.retry({ from: 'failed' });
      await test.drain();
      expect(await test.execution(retry)).toMatchObject({
        status: 'COMPLETED',
        parent_id: test.first,
        root_id: test.first,
        requested_by: actorRef,
        once_key: null,
        version: 1,
      });
      expect(sentTo('/first')).toHaveLength(1);
      const [before, after] = sentTo('/second');
      expect(before[0]).toBe(`${test.first}.two`);
      expect(after).toEqual(before);
      expect(await test.steps(retry)).toMatchObject({
        one: { state: 'completed', effect_key: `${test.first}.one` },
        two: { state: 'completed', effect_state: 'confirmed' },
      });
      expect((await test.execution(test.first))?.status).toBe('FAILED');
    },
  );

  it.each(ids)(
    'does what took place again from the start, under a new key, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      answer = 400;
      const test = await setUp(knex, twoCalls());
      const retry = await test.retry({ from: 'start' });
      await test.drain();
      expect(sentTo('/first').map(([key]) => key)).toEqual([
        `${test.first}.one`,
        `${retry}.one`,
      ]);
      expect(sentTo('/second').map(([key]) => key)).toEqual([
        `${test.first}.two`,
        `${test.first}.two`,
      ]);

      answer = 200;
      const again = await test.retry(
        { from: 'start', sameEffects: false },
        retry,
      );
      await test.drain();
      expect(await test.execution(again)).toMatchObject({
        status: 'COMPLETED',
        parent_id: retry,
        root_id: test.first,
      });
      expect(sentTo('/second').at(-1)?.[0]).toBe(`${again}.two`);

      const same = await test.retry(
        { from: 'start', sameEffects: true },
        again,
      );
      await test.drain();
      expect((await test.execution(same))?.status).toBe('COMPLETED');
      expect(sentTo('/first').at(-1)).toEqual(sentTo('/first').at(-2));
      expect(sentTo('/first').at(-1)?.[0]).toBe(`${again}.one`);
    },
  );

  it.each(ids)(
    'sends what is in doubt again because a person says so, with its key, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const sent: Array<{ effectKey: string; request: unknown }> = [];
      const test = await setUp(
        knex,
        definition([
          custom('one', 'test:doubt', {
            config: { text: '{{ incident.title }}' },
          }),
        ]),
        [doubtful(sent)],
      );
      expect(await test.execution(test.first)).toMatchObject({
        status: 'FAILED',
        reason_code: 'effect_in_doubt',
      });
      test.retitle('As it is');
      const retry = await test.retry({ from: 'start' });
      await test.drain();
      expect((await test.execution(retry))?.status).toBe('COMPLETED');
      expect(sent[1]).toEqual(sent[0]);
      expect(sent[1]).toEqual({
        effectKey: `${test.first}.one`,
        request: { text: 'As it was' },
      });
    },
  );

  it.each(ids)(
    'runs what is published now, with new keys for what it does differently, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      answer = 400;
      const test = await setUp(knex, twoCalls());
      await test.edit(
        definition([
          webhook('one', `${receiver.url}/first`),
          webhook('two', `${receiver.url}/third`),
        ]),
      );
      const retry = await test.retry({
        from: 'start',
        useVersion: 'published',
      });
      await test.drain();
      expect(await test.execution(retry)).toMatchObject({
        status: 'COMPLETED',
        version: 2,
      });
      expect(sentTo('/third').map(([key]) => key)).toEqual([`${retry}.two`]);
    },
  );

  it.each(ids)(
    'keeps a key for a step that the first retry did not come to on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      answer = 400;
      const test = await setUp(knex, twoCalls());
      const cut = await test.retry({ from: 'start' });
      await knex('workflow_executions')
        .where({ id: cut })
        .update({ status: 'CANCELLED', due_at: null });
      answer = 200;
      await test.retry({ from: 'failed' }, cut);
      await test.drain();
      expect(sentTo('/second').map(([key]) => key)).toEqual([
        `${test.first}.two`,
        `${test.first}.two`,
      ]);
    },
  );

  it.each(ids)('starts a delay that was cut off anew on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const test = await setUp(
      knex,
      definition([
        node('wait', 'delay', { duration: '5min' }),
        webhook('one', receiver.url),
      ]),
    );
    await knex('workflow_executions')
      .where({ id: test.first })
      .update({ status: 'CANCELLED', due_at: null });
    await knex('workflow_execution_steps').update({ state: 'failed' });
    const retry = await test.retry({ from: 'failed' });
    await test.drain();
    expect((await test.execution(retry))?.status).toBe('WAITING');
    test.clock.advance(300_000);
    await test.drain();
    expect((await test.execution(retry))?.status).toBe('COMPLETED');
  });

  it.each(ids)('refuses what cannot be retried now on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const test = await setUp(knex, twoCalls());
    const refused = (message: string) =>
      expect.objectContaining({
        name: 'ConflictError',
        message: expect.stringContaining(message),
      });
    await expect(test.retry({ from: 'failed' })).rejects.toEqual(
      refused('is COMPLETED'),
    );
    const open = await test.retry({ from: 'start' });
    await expect(test.retry({ from: 'start' }, open)).rejects.toEqual(
      refused('is PENDING'),
    );
    await expect(test.retry({ from: 'start' })).rejects.toEqual(
      refused('has not ended'),
    );
    await test.drain();
    await test.enable(false);
    await expect(test.retry({ from: 'start' })).rejects.toEqual(
      refused('is disabled'),
    );
    await knex('workflows').delete();
    await expect(test.retry({ from: 'start' })).rejects.toEqual(
      refused('was deleted'),
    );
    await expect(
      test.retry({ from: 'start' }, '0195f000-0000-7000-8000-000000000000'),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it.each(ids)('makes one run of two retries at once on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const test = await setUp(knex, twoCalls());
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, () => test.retry({ from: 'start' })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ]);
  });
});
