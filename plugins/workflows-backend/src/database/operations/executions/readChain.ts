import type { Knex } from 'knex';
import { fromOptionalJson } from '../../conversion';

/**
 * The workflows whose runs led to an execution, itself included, the first one
 * first. Empty when there is no such execution: whoever names one may be wrong.
 */
export async function readChain(options: {
  knex: Knex;
  executionId: string;
}): Promise<string[]> {
  const row = await options
    .knex('workflow_executions')
    .where({ id: options.executionId })
    .first('workflow_id', 'chain');
  return row
    ? [...(fromOptionalJson<string[]>(row.chain) ?? []), row.workflow_id]
    : [];
}
