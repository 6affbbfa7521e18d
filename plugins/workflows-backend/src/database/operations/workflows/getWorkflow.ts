import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { WorkflowRow } from '../../rows';

/** @throws NotFoundError */
export async function getWorkflow(options: {
  knex: Knex;
  id: string;
}): Promise<WorkflowRow> {
  return found(
    options.id,
    await options
      .knex<WorkflowRow>('workflows')
      .where({ id: options.id })
      .first(),
  );
}

/**
 * {@link getWorkflow} that keeps everyone else from changing the workflow until
 * the transaction ends. (SQLite has one writer; there it is an ordinary read,
 * so every transaction that locks must write first or not depend on the read.)
 *
 * @throws NotFoundError
 */
export async function lockWorkflow(options: {
  trx: Knex.Transaction;
  id: string;
}): Promise<WorkflowRow> {
  return found(
    options.id,
    await options
      .trx<WorkflowRow>('workflows')
      .where({ id: options.id })
      .forUpdate()
      .first(),
  );
}

function found(id: string, row: WorkflowRow | undefined): WorkflowRow {
  if (!row) {
    throw new NotFoundError(`There is no workflow "${id}"`);
  }
  return row;
}
