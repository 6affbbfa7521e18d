import type { JsonValue } from '@backstage/types';
import type { WorkflowAction } from 'backstage-plugin-workflows-node';
import type { StepRecord } from '../database/operations/steps/StepRecord';
import type { ActionNode, AfterNode, Run } from './Run';
import { callAction } from './callAction';
import { completeAction } from './completeAction';
import { recordFailedLook } from './recordFailedLook';
import { failStep, waitForAction } from './settleStep';

/** Asks an action that waits whether it is done. How long it waits in all is its own to say. */
export async function checkAction(
  run: Run,
  node: ActionNode,
  action: WorkflowAction,
  step: StepRecord,
  token: JsonValue,
): Promise<AfterNode> {
  if (!action.check) {
    return failStep(run, step, {
      code: 'internal_error',
      message: `The action "${action.id}" waits, but cannot be asked whether it is done.`,
    });
  }
  const outcome = await callAction(run, node, step, 'check', context =>
    action.check!(context, token),
  );
  if (outcome.error) {
    return recordFailedLook(run, node, step, outcome);
  }
  const { value } = outcome;
  return value.status === 'waiting'
    ? waitForAction(run, step, value)
    : completeAction(run, step, value, 'confirmed');
}
