import type { Knex } from 'knex';
import type { DatabaseClock } from '../../clock';
import { claimDue } from '../../dueLoop/claimDue';
import type { WorkflowExecutionRow } from '../../rows';
import { killSwitchRow } from '../killSwitch/killSwitchRow';
import { withinConcurrency } from './withinConcurrency';

/** What a claim says of a run, besides its epoch. */
export const CLAIMED = {
  status: 'RUNNING',
  resume_at: null,
  reason_code: null,
  reason: null,
};

/**
 * Claims runs that are due: none while the kill switch is on, and of a workflow
 * not more at a time than its limit.
 */
export function claimExecutions(options: {
  knex: Knex;
  clock: DatabaseClock;
  leaseMs: number;
  limit: number;
}): Promise<WorkflowExecutionRow[]> {
  return claimDue<WorkflowExecutionRow>({
    ...options,
    table: 'workflow_executions',
    narrow: due => {
      due.whereNotExists(killSwitchRow(options.knex));
      withinConcurrency(options.knex, due);
    },
    set: CLAIMED,
  });
}
