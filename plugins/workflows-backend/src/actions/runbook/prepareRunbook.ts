import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  type RunbookConfig,
  parseDuration,
} from 'backstage-plugin-workflows-common';
import {
  ActionError,
  type PrepareOptions,
} from 'backstage-plugin-workflows-node';
import type { AllowedRunbooks } from './RunbookPorts';

const DEFAULT_DEADLINE = '1h';

/** What is stored before it is started, and used on every attempt. */
export type RunbookRequest = JsonObject &
  (
    | {
        operation: 'template';
        templateRef: string;
        values: JsonObject;
        /** Of the values, the one that holds the effect key. */
        keyParameter?: string;
        deadlineMs: number;
      }
    | { operation: 'action'; actionId: string; input: JsonObject }
  );

/** What is to be run, with what. */
export function prepareRunbook(
  { config, effectKey }: PrepareOptions<RunbookConfig>,
  allowed: AllowedRunbooks,
): RunbookRequest {
  const request = requestOf(config, effectKey);
  checkAllowed(request, allowed);
  return request;
}

function requestOf(config: RunbookConfig, effectKey: string): RunbookRequest {
  if (config.operation === 'action') {
    const { actionId = '', input = {} } = config;
    return { operation: 'action', actionId, input };
  }
  const { keyParameter, values = {}, deadline = DEFAULT_DEADLINE } = config;
  if (keyParameter && keyParameter in values) {
    throw new ActionError(
      `Nothing was started: values.${keyParameter} is given the effect key; remove it, or choose another keyParameter.`,
      { code: 'config_invalid' },
    );
  }
  return {
    operation: 'template',
    templateRef: toTemplateRef(config.templateRef ?? ''),
    values: { ...values, ...(keyParameter && { [keyParameter]: effectKey }) },
    ...(keyParameter && { keyParameter }),
    deadlineMs: parseDuration(deadline)!,
  };
}

/**
 * Looked at again before each attempt: what was prepared yesterday may be off the
 * list today.
 *
 * @throws ActionError that names the key of the configuration
 */
export function checkAllowed(
  request: RunbookRequest,
  allowed: AllowedRunbooks,
): void {
  const [name, list, key] =
    request.operation === 'action'
      ? [request.actionId, allowed.actions, 'actions']
      : [request.templateRef, allowed.templates, 'templates'];
  if (!list.includes(name)) {
    throw new ActionError(
      `Nothing was started: workflows may not run ${name}, as it is not named in workflows.runbooks.${key} of the portal's configuration; ask its administrators.`,
      { code: 'not_allowed' },
    );
  }
}

/** @throws ActionError */
export function toTemplateRef(text: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind: 'template' }),
    );
  } catch (error) {
    throw new ActionError(
      `Nothing was started: templateRef: ${toError(error).message}.`,
      { code: 'config_invalid' },
    );
  }
}
