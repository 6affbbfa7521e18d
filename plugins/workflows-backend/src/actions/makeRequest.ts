import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type Incident,
  type IncidentEntity,
  type StepError,
  TemplateError,
  TemplateRenderer,
  type WorkflowNode,
} from 'backstage-plugin-workflows-common';
import {
  ActionError,
  type WorkflowAction,
} from 'backstage-plugin-workflows-node';
import type { ActionRegistry } from './ActionRegistry';
import { fitConfig } from './fitConfig';

/** A request is stored and shown; nobody reads one that is larger. */
const MAX_REQUEST_CHARS = 1_000_000;

/**
 * The exact request of an action node, with its templates filled in, or why there
 * is none. Sends nothing.
 */
export function makeRequest(options: {
  actions: ActionRegistry;
  action: WorkflowAction;
  node: Extract<WorkflowNode, { type: 'action' }>;
  /** What templates see. */
  context: JsonObject;
  effectKey: string;
  executionId: string;
  logger: LoggerService;
}): { request: JsonObject; error?: undefined } | { error: StepError } {
  const { action, context, effectKey, executionId } = options;
  try {
    const config = fitConfig(action.schema.config, render(options));
    const request: JsonObject = action.prepare({
      config,
      effectKey,
      executionId,
      incident: context.incident as unknown as Incident,
      entity: context.entity as IncidentEntity | undefined,
    });
    if (JSON.stringify(request).length > MAX_REQUEST_CHARS) {
      throw new ActionError(
        `Nothing was sent: the request has more than ${MAX_REQUEST_CHARS} characters.`,
        { code: 'request_too_large' },
      );
    }
    return { request };
  } catch (error) {
    return { error: explain(options, error as Error) };
  }
}

function render({
  actions,
  node,
  context,
}: Parameters<typeof makeRequest>[0]): JsonObject {
  const config = node.data.config as Record<string, JsonValue>;
  const urls = actions.urlFields(node.data.actionType);
  const renderer = TemplateRenderer.create(config, context);
  return Object.fromEntries(
    Object.entries(config).map(([field, value]) => [
      field,
      urls.includes(field) && typeof value === 'string'
        ? renderer.renderUrl(value, field)
        : renderer.render(value, field),
    ]),
  );
}

function explain(
  { node, logger }: Parameters<typeof makeRequest>[0],
  error: Error,
): StepError {
  if (error instanceof TemplateError) {
    return {
      code: 'template_failed',
      message: `Nothing was sent: ${error.message}.`,
    };
  }
  if (error instanceof ActionError) {
    return { code: error.code, message: error.message };
  }
  logger.error(`Node ${node.id}: no request could be made`, error);
  return {
    code: 'internal_error',
    message: `Nothing was sent: the action "${node.data.actionType}" made a mistake; the portal's log has the details.`,
  };
}
