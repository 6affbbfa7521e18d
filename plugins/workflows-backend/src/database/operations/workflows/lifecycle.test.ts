import type { Knex } from 'knex';
import { migratedDatabase, testDatabases } from '../../../testing/databases';
import { simpleDefinition } from '../../../testing/definitions';
import { insertTestExecution } from '../../../testing/insertTestExecution';
import { ManualClock } from '../../clock';
import { publishVersion } from '../versions/publishVersion';
import { deleteWorkflow } from './deleteWorkflow';
import { lockWorkflow } from './getWorkflow';
import { insertWorkflow } from './insertWorkflow';
import { saveWorkflowVersion } from './saveWorkflowVersion';
import { setEnabled } from './setEnabled';
import { silentDriver } from '../../../testing/silentDriver';

const clock = new ManualClock();
const actorRef = 'user:default/a';

const create = (knex: Knex, name = 'Tell', ownerRef = 'group:default/a') =>
  knex.transaction(trx =>
    insertWorkflow({
      trx,
      clock,
      name,
      description: '',
      ownerRef,
      definition: simpleDefinition(),
      actorRef,
    }),
  );

const save = (
  knex: Knex,
  id: string,
  latestVersion: number,
  change: { name?: string } = {},
) =>
  knex.transaction(trx =>
    saveWorkflowVersion({ trx, clock, id, latestVersion, actorRef, ...change }),
  );

const publish = (knex: Knex, id: string, version: number) =>
  knex.transaction(async trx =>
    publishVersion({
      trx,
      clock,
      workflow: await lockWorkflow({ trx, id }),
      version,
      actorRef,
    }),
  );

const enable = (knex: Knex, id: string, enabled: boolean) =>
  knex.transaction(trx =>
    setEnabled({
      trx,
      clock,
      driver: silentDriver,
      id,
      enabled,
      actorRef,
    }),
  );

const revision = async (knex: Knex) =>
  Number(
    (await knex('workflow_state').where({ name: 'revision' }).first()).value,
  );

const executions = (knex: Knex) =>
  knex('workflow_executions')
    .orderBy('id')
    .select('status', 'reason_code', 'epoch', 'due_at');

describe("a workflow's life", () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'lets one of many editors of the same version save on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const workflow = await create(knex);
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, () => save(knex, workflow, 1)),
      );
      const refused = results.filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(7);
      for (const result of refused as PromiseRejectedResult[]) {
        expect(result.reason.name).toBe('ConflictError');
      }
      expect(
        await knex('workflow_versions').orderBy('version').pluck('version'),
      ).toEqual([1, 2]);
    },
  );

  it.each(databases.eachSupportedId())(
    'has a name of its own per owner on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      await create(knex);
      await create(knex, 'Tell', 'group:default/b');
      const other = await create(knex, 'Other');
      await expect(create(knex)).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('"Tell"'),
      });
      await expect(
        save(knex, other, 1, { name: 'Tell' }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      expect(await knex('workflow_versions').select()).toHaveLength(3);
    },
  );

  it.each(databases.eachSupportedId())(
    'publishes each version once on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const workflow = await create(knex);
      await publish(knex, workflow, 1);
      const before = await revision(knex);
      await publish(knex, workflow, 1);
      expect(await revision(knex)).toBe(before);

      await save(knex, workflow, 1);
      await publish(knex, workflow, 2);
      expect(await revision(knex)).toBeGreaterThan(before);
      await expect(publish(knex, workflow, 1)).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('restore it as a new version'),
      });
      expect(
        await knex('workflow_changes')
          .orderBy('id')
          .select('change', 'version'),
      ).toEqual([
        { change: 'published', version: 1 },
        { change: 'published', version: 2 },
      ]);
      expect((await knex('workflows').first()).published_version).toBe(2);
    },
  );

  it.each(databases.eachSupportedId())(
    'cancels on disabling what has not begun, and nothing else, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const workflow = await create(knex);
      await expect(enable(knex, workflow, true)).rejects.toMatchObject({
        name: 'ConflictError',
      });
      await publish(knex, workflow, 1);
      await enable(knex, workflow, true);
      for (const status of ['PENDING', 'RUNNING', 'COMPLETED']) {
        await insertTestExecution(knex, {
          workflow_id: workflow,
          status,
          due_at: status === 'COMPLETED' ? null : 1,
        });
      }
      await insertTestExecution(knex, { status: 'PENDING', due_at: 1 });

      const before = await revision(knex);
      expect(await enable(knex, workflow, false)).toHaveLength(1);
      expect(await enable(knex, workflow, false)).toEqual([]);
      expect(await revision(knex)).toBe(before + 1);
      const rows = await executions(knex);
      expect(rows.map(row => [row.status, row.reason_code, row.epoch])).toEqual(
        [
          ['CANCELLED', 'workflow_disabled', 1],
          ['RUNNING', null, 0],
          ['COMPLETED', null, 0],
          ['PENDING', null, 0],
        ],
      );
      expect(rows[0].due_at).toBeNull();
    },
  );

  it.each(databases.eachSupportedId())(
    'cancels on disabling what waits, and lets the queued run, as told, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const workflow = await create(knex);
      await publish(knex, workflow, 1);
      await enable(knex, workflow, true);
      const [waiting] = await Promise.all(
        ['WAITING', 'PENDING', 'RUNNING'].map(status =>
          insertTestExecution(knex, {
            workflow_id: workflow,
            status,
            due_at: 1,
          }),
        ),
      );
      await knex('workflow_execution_steps').insert({
        id: 's',
        execution_id: waiting,
        node_id: 'tell',
        state: 'waiting',
        effect_state: 'none',
        resume_at: 1,
      });
      const disable = (cancel: Array<'PENDING' | 'WAITING'>) =>
        knex.transaction(trx =>
          setEnabled({
            trx,
            clock,
            driver: silentDriver,
            id: workflow,
            enabled: false,
            cancel,
            actorRef,
          }),
        );
      expect(await disable(['WAITING'])).toEqual([waiting]);
      expect(await knex('workflow_execution_steps').first()).toMatchObject({
        state: 'failed',
        resume_at: null,
      });
      const statuses = async () =>
        (await executions(knex)).map(row => row.status).sort();
      expect(await statuses()).toEqual(['CANCELLED', 'PENDING', 'RUNNING']);

      const before = await revision(knex);
      expect(await disable(['PENDING'])).toHaveLength(1);
      expect(await revision(knex)).toBe(before);
      expect(await statuses()).toEqual(['CANCELLED', 'CANCELLED', 'RUNNING']);
    },
  );

  it.each(databases.eachSupportedId())(
    'ends with its versions and runs, but not its history, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const workflow = await create(knex);
      await publish(knex, workflow, 1);
      for (const status of ['PENDING', 'RUNNING', 'WAITING', 'FAILED']) {
        await insertTestExecution(knex, { workflow_id: workflow, status });
      }
      const running = await knex('workflow_executions')
        .where({ status: 'RUNNING' })
        .first();
      await knex('workflow_execution_steps').insert({
        id: 's',
        execution_id: running.id,
        node_id: 'tell',
        state: 'running',
        effect_state: 'sent',
      });

      const cancelled = await knex.transaction(trx =>
        deleteWorkflow({
          trx,
          clock,
          driver: silentDriver,
          id: workflow,
          actorRef,
        }),
      );
      expect(cancelled).toHaveLength(3);
      expect(
        (await executions(knex)).map(row => [row.status, row.reason_code]),
      ).toEqual([
        ['CANCELLED', 'workflow_deleted'],
        ['CANCELLED', 'workflow_deleted'],
        ['CANCELLED', 'workflow_deleted'],
        ['FAILED', null],
      ]);
      const [step] = await knex('workflow_execution_steps');
      expect([step.state, step.effect_state]).toEqual(['failed', 'in_doubt']);
      expect(await knex('workflows').select()).toEqual([]);
      expect(await knex('workflow_versions').select()).toEqual([]);
      expect(
        await knex('workflow_changes').orderBy('id').pluck('change'),
      ).toEqual(['published', 'deleted']);
    },
  );
});
