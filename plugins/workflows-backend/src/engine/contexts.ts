import type { JsonObject } from '@backstage/types';
import { LIMITS } from 'backstage-plugin-workflows-common';
import { ActionError } from 'backstage-plugin-workflows-node';
import type { Run } from './Run';

/** What conditions see: the incident's fields at the top. */
export async function conditionContext(run: Run): Promise<JsonObject> {
  return {
    ...((await run.incident()) as unknown as JsonObject),
    ...entityOf(run),
    steps: stepsOf(run),
  };
}

/**
 * What templates see: `incident` as it is now, `trigger.incident` as it was.
 *
 * @throws ActionError `template_failed` when it is larger than a run may hold
 */
export async function templateContext(run: Run): Promise<JsonObject> {
  const { execution, trigger } = run;
  const context = {
    incident: await run.incident(),
    ...entityOf(run),
    trigger: {
      type: execution.trigger,
      incident: trigger.incident,
      ...(trigger.change ? { change: trigger.change } : {}),
    },
    steps: stepsOf(run),
    workflow: {
      id: execution.workflow_id,
      name: execution.workflow_name,
      version: execution.version,
    },
    execution: { id: execution.id },
  } as unknown as JsonObject;
  if (JSON.stringify(context).length > LIMITS.contextChars) {
    throw new ActionError(
      `Nothing was sent: the incident, its entity and the earlier steps together are larger than ${LIMITS.contextChars} characters, the most that templates can use.`,
      { code: 'template_failed' },
    );
  }
  return context;
}

function entityOf({ trigger }: Run): JsonObject {
  return trigger.entity ? { entity: trigger.entity } : {};
}

function stepsOf({ steps }: Run): JsonObject {
  return Object.fromEntries(
    [...steps.values()].map(({ nodeId, state, output }) => [
      nodeId,
      { state, ...(output === undefined ? {} : { output }) },
    ]),
  );
}
