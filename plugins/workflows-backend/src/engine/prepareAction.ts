import type { JsonObject } from '@backstage/types';
import type { StepError } from 'backstage-plugin-workflows-common';
import {
  ActionError,
  type WorkflowAction,
} from 'backstage-plugin-workflows-node';
import { makeRequest } from '../actions/makeRequest';
import type { ActionNode, Run } from './Run';
import { templateContext } from './contexts';

/** The exact request of an action node, or why there is none. */
export async function prepareAction(
  run: Run,
  node: ActionNode,
  action: WorkflowAction,
  effectKey: string,
): Promise<{ request: JsonObject } | { error: StepError }> {
  const context = await templateContext(run).catch(asActionError);
  if (context instanceof ActionError) {
    return { error: { code: context.code, message: context.message } };
  }
  const { actions } = run.engine;
  const { execution, logger } = run;
  return makeRequest({
    actions,
    action,
    node,
    context,
    effectKey,
    executionId: execution.id,
    logger,
  });
}

/** Other errors than an action's, such as of the database, are the segment's. */
function asActionError(error: unknown): ActionError {
  if (error instanceof ActionError) {
    return error;
  }
  throw error;
}
