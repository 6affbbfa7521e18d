import type { Knex } from 'knex';
import {
  readDefinitions,
  versionKey,
} from '../database/operations/versions/readDefinitions';
import type { Millis } from '../database/rows';
import { type IndexedWorkflow, WorkflowIndex } from './WorkflowIndex';

/** What the definition of a version says. */
type Said = Pick<IndexedWorkflow, 'trigger' | 'once'>;

/** An enabled and published workflow, but for its definition. */
interface RunnableRow
  extends Pick<IndexedWorkflow, 'id' | 'name' | 'ownerRef'> {
  version: number;
  enabledAt: Millis | null;
  activeAt: Millis | null;
}

/**
 * The index of what may run, kept until the revision of that has moved.
 *
 * The revision is read in the transaction that inserts executions, with a share
 * of its row. So a disable that comes before is seen, and one that comes later
 * waits until that transaction has ended: what it then answers holds.
 */
export class RunnableWorkflows {
  private current?: { revision: string; index: WorkflowIndex };
  private said = new Map<string, Said>();

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
        enabledAt: 'enabled_at',
        activeAt: 'active_at',
      });
    const said = new Map(
      rows.flatMap(row => {
        const known = this.said.get(versionKey(row));
        return known ? [[versionKey(row), known]] : [];
      }),
    );
    const unknown = rows.filter(row => !said.has(versionKey(row)));
    for await (const { definition, ...version } of readDefinitions({
      knex: trx,
      versions: unknown,
    })) {
      const { trigger, settings } = definition;
      said.set(versionKey(version), { trigger, once: settings?.once });
    }
    this.said = said;
    return rows.map(({ enabledAt, activeAt, ...row }) => ({
      ...row,
      ...said.get(versionKey(row))!,
      enabledMs: Number(enabledAt ?? 0),
      activeMs: Number(activeAt ?? 0),
    }));
  }
}
