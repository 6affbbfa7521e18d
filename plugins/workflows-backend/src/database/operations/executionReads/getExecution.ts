import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type {
  WorkflowExecutionRow,
  WorkflowExecutionStepRow,
  WorkflowStepAttemptRow,
} from '../../rows';
import { type ExecutionReadRow, selectExecutions } from './selectExecutions';

export interface ExecutionDetailRows {
  execution: ExecutionReadRow &
    Pick<WorkflowExecutionRow, 'definition_snapshot'>;
  /** In the order in which they began. */
  steps: Array<{
    step: WorkflowExecutionStepRow;
    attempts: WorkflowStepAttemptRow[];
  }>;
}

/** @throws NotFoundError */
export async function getExecution(options: {
  knex: Knex;
  id: string;
}): Promise<ExecutionDetailRows> {
  const { knex, id } = options;
  const execution = await selectExecutions(knex)
    .select('e.definition_snapshot')
    .where('e.id', id)
    .first();
  if (!execution) {
    throw new NotFoundError(`There is no execution "${id}"`);
  }
  const steps = await knex<WorkflowExecutionStepRow>('workflow_execution_steps')
    .where({ execution_id: id })
    .orderBy('id');
  const attempts = await knex<WorkflowStepAttemptRow>('workflow_step_attempts')
    .whereIn(
      'step_id',
      knex('workflow_execution_steps').select('id').where({ execution_id: id }),
    )
    .orderBy('attempt');
  return {
    execution,
    steps: steps.map(step => ({
      step,
      attempts: attempts.filter(({ step_id }) => step_id === step.id),
    })),
  };
}
