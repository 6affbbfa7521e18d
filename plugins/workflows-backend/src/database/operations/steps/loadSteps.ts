import type { Knex } from 'knex';
import { type StepRecord, toStepRecord } from './StepRecord';
import type { DatabaseClock } from '../../clock';
import type {
  WorkflowExecutionStepRow,
  WorkflowStepAttemptRow,
} from '../../rows';

/** What is recorded of a run's nodes; attempts only of the step that is open. */
export async function loadSteps(options: {
  knex: Knex;
  clock: DatabaseClock;
  executionId: string;
}): Promise<StepRecord[]> {
  const { knex, clock, executionId } = options;
  const rows = await knex<WorkflowExecutionStepRow>('workflow_execution_steps')
    .where({ execution_id: executionId })
    .orderBy('id')
    .select<Array<WorkflowExecutionStepRow & { resume_in: number | null }>>(
      '*',
      knex.raw('resume_at - ? as resume_in', [clock.now(knex)]),
    );
  const open = rows.find(({ state }) => ['running', 'waiting'].includes(state));
  const attempts = open
    ? await knex<WorkflowStepAttemptRow>('workflow_step_attempts')
        .where({ step_id: open.id })
        .orderBy('attempt')
    : [];
  return rows.map(row => toStepRecord(row, row === open ? attempts : []));
}
