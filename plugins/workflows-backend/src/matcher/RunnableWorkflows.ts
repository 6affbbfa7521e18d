import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { fromJson } from '../database/conversion';
import { type IndexedWorkflow, WorkflowIndex } from './WorkflowIndex';

/** Definitions that one statement reads; SQLite takes at most 32,766 values. */
const BATCH = 500;

/** What an enabled and published workflow is but for its definition. */
type RunnableRow = Omit<IndexedWorkflow, 'trigger'>;

/**
 * The index of what may run, kept until the revision of that has moved.
 *
 * The revision is read in the transaction that inserts executions, with a share
 * of its row. So a disable that comes before is seen, and one that comes later
 * waits until that transaction has ended: what it then answers holds.
 */
export class RunnableWorkflows {
  private current?: { revision: string; index: WorkflowIndex };
  private workflows = new Map<string, IndexedWorkflow>();

  static create() {
    return new RunnableWorkflows();
  }

  private constructor() {}

  async index(trx: Knex.Transaction): Promise<WorkflowIndex> {
    const { value: revision } = await trx('workflow_state')
      .where({ name: 'revision' })
      .forShare()
      .first('value');
    if (this.current?.revision !== revision) {
      const index = WorkflowIndex.create({ workflows: await this.load(trx) });
      this.current = { revision, index };
    }
    return this.current!.index;
  }

  /** A version never changes, so only those that are new here are read. */
  private async load(trx: Knex.Transaction): Promise<IndexedWorkflow[]> {
    const rows: RunnableRow[] = await trx('workflows')
      .where({ enabled: true })
      .whereNotNull('published_version')
      .select({
        id: 'id',
        name: 'name',
        ownerRef: 'owner_ref',
        version: 'published_version',
      });
    const known = this.workflows;
    const unknown = rows.filter(row => !known.has(versionKey(row)));
    const triggers = new Map<string, IndexedWorkflow['trigger']>();
    for (let at = 0; at < unknown.length; at += BATCH) {
      const versions = await trx('workflow_versions')
        .whereIn(
          ['workflow_id', 'version'],
          unknown.slice(at, at + BATCH).map(row => [row.id, row.version]),
        )
        .select({ id: 'workflow_id' }, 'version', 'definition');
      for (const version of versions) {
        const { trigger } = fromJson<WorkflowDefinition>(version.definition);
        triggers.set(versionKey(version), trigger);
      }
    }
    const loaded = rows.map(row => {
      const key = versionKey(row);
      const trigger = triggers.get(key) ?? known.get(key)!.trigger;
      return { ...row, trigger };
    });
    this.workflows = new Map(loaded.map(row => [versionKey(row), row]));
    return loaded;
  }
}

function versionKey({ id, version }: Pick<RunnableRow, 'id' | 'version'>) {
  return `${id}:${version}`;
}
