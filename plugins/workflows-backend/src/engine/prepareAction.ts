import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type StepError,
  TemplateError,
  renderConfig,
} from 'backstage-plugin-workflows-common';
import {
  ActionError,
  type WorkflowAction,
} from 'backstage-plugin-workflows-node';
import type { ActionNode, Run } from './Run';
import { templateContext } from './contexts';
import { fitConfig } from './fitConfig';
import { renderUrl } from './renderUrl';

/** A request is stored and shown; nobody reads one that is larger. */
const MAX_REQUEST_CHARS = 1_000_000;

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
  try {
    const rendered = render(run, node, context);
    const config = fitConfig(action.schema.config, rendered);
    const request: JsonObject = action.prepare({ config, effectKey });
    if (JSON.stringify(request).length > MAX_REQUEST_CHARS) {
      throw new ActionError(
        `Nothing was sent: the request has more than ${MAX_REQUEST_CHARS} characters.`,
        { code: 'request_too_large' },
      );
    }
    return { request };
  } catch (error) {
    return { error: explain(run, node, error as Error) };
  }
}

/** Other errors than an action's, such as of the database, are the segment's. */
function asActionError(error: unknown): ActionError {
  if (error instanceof ActionError) {
    return error;
  }
  throw error;
}

function render(run: Run, node: ActionNode, context: JsonObject): JsonObject {
  const urls = run.engine.actions.urlFields(node.data.actionType);
  return Object.fromEntries(
    Object.entries(node.data.config as JsonObject).map(([field, value]) => [
      field,
      urls.includes(field) && typeof value === 'string'
        ? renderUrl(value, context, field)
        : renderConfig(value as JsonValue, context, field),
    ]),
  );
}

function explain(run: Run, node: ActionNode, error: Error): StepError {
  if (error instanceof TemplateError) {
    return {
      code: 'template_failed',
      message: `Nothing was sent: ${error.message}.`,
    };
  }
  if (error instanceof ActionError) {
    return { code: error.code, message: error.message };
  }
  run.logger.error(`Node ${node.id}: no request could be made`, error);
  return {
    code: 'internal_error',
    message: `Nothing was sent: the action "${node.data.actionType}" made a mistake; the portal's log has the details.`,
  };
}
