import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type DryRun,
  type DryRunStep,
  type IncidentContext,
  LIMITS,
  type WorkflowDefinition,
  type WorkflowNode,
  evaluate,
  parseDuration,
  planNext,
  takenEdges,
} from 'backstage-plugin-workflows-common';
import type { WorkflowAction } from 'backstage-plugin-workflows-node';
import { sample } from 'openapi-sampler';
import type { ActionRegistry } from '../actions/ActionRegistry';
import { makeRequest } from '../actions/makeRequest';

/** What a definition is played with. */
export interface Play {
  definition: WorkflowDefinition;
  context: IncidentContext;
  actions: ActionRegistry;
  workflow: { id: string; name: string; version: number };
  /** What steps give, by node, in place of a sample. */
  outputs: Readonly<Record<string, JsonValue>>;
  logger: LoggerService;
}

/** Like an id, and of no run. */
const NO_RUN = '00000000-0000-7000-8000-000000000000';

/**
 * Goes the way that a run would go, by the same planner, conditions and requests,
 * and takes every action to succeed. It has no way out: nothing is sent.
 */
export function playDefinition(
  play: Play,
): Pick<DryRun, 'steps' | 'edges' | 'outcome'> {
  const { definition } = play;
  const steps: DryRunStep[] = [];
  for (;;) {
    const { skip, next } = planNext(definition, steps);
    steps.push(...skip.map(nodeId => ({ nodeId, state: 'skipped' as const })));
    if (next.kind === 'end') {
      return {
        steps,
        edges: takenEdges(definition, steps),
        outcome: next.status,
      };
    }
    const step = playNode(play, next.node, steps);
    steps.push(step);
    if (next.node.type === 'delay' && step.explanation?.holds === false) {
      const edges = takenEdges(definition, steps.slice(0, -1));
      return { steps, edges, outcome: 'CANCELLED' };
    }
  }
}

function playNode(
  play: Play,
  node: WorkflowNode,
  steps: readonly DryRunStep[],
): DryRunStep {
  const nodeId = node.id;
  switch (node.type) {
    case 'condition': {
      const { match, conditions } = node.data;
      const explanation = evaluate(
        { match, conditions },
        conditionContext(play, steps),
      );
      return {
        nodeId,
        state: 'completed',
        branch: explanation.holds ? 'true' : 'false',
        explanation,
      };
    }
    case 'delay': {
      const { conditions } = play.definition.trigger;
      return {
        nodeId,
        state: 'completed',
        waitMs: parseDuration(node.data.duration)!,
        ...(node.data.recheck && {
          explanation: evaluate(
            { match: 'all', conditions },
            conditionContext(play, steps),
          ),
        }),
      };
    }
    case 'action':
      return playAction(play, node, steps);
    default:
      throw new Error(`A ${node.type} is no step`);
  }
}

function playAction(
  play: Play,
  node: Extract<WorkflowNode, { type: 'action' }>,
  steps: readonly DryRunStep[],
): DryRunStep {
  const nodeId = node.id;
  const { actions, logger, outputs } = play;
  const { actionType } = node.data;
  const action = actions.get(actionType);
  if (!action) {
    const message = `The action "${actionType}" is not installed in this portal; ask its administrators, or change the workflow.`;
    return failed(nodeId, { code: 'action_unknown', message });
  }
  const context = templateContext(play, steps);
  if (JSON.stringify(context).length > LIMITS.contextChars) {
    const message = `The incident, its entity and the earlier steps together are larger than ${LIMITS.contextChars} characters, the most that templates can use.`;
    return failed(nodeId, { code: 'template_failed', message });
  }
  const effectKey = `${NO_RUN}.${nodeId}`;
  const made = makeRequest({
    actions,
    action,
    node,
    context,
    effectKey,
    executionId: NO_RUN,
    logger,
  });
  if (made.error) {
    return failed(nodeId, made.error);
  }
  const output = Object.hasOwn(outputs, nodeId)
    ? outputs[nodeId]
    : sampleOutput(play, action, node.data.config as JsonObject);
  return { nodeId, state: 'completed', request: made.request, output };
}

function failed(
  nodeId: string,
  error: NonNullable<DryRunStep['error']>,
): DryRunStep {
  return { nodeId, state: 'failed', error };
}

/** What the action says that it would give, or a value in that shape. */
function sampleOutput(
  { actions }: Play,
  action: WorkflowAction,
  config: JsonObject,
): JsonValue {
  if (action.sampleOutput) {
    return action.sampleOutput(config);
  }
  const { outputSchema } = actions.list().find(({ id }) => id === action.id)!;
  const unbounded = JSON.parse(JSON.stringify(outputSchema), (key, value) =>
    // Of an integer that has no other: as a sample it would be odd.
    key === 'minimum' && value === Number.MIN_SAFE_INTEGER ? undefined : value,
  );
  return (sample(unbounded, { quiet: true }) ?? null) as JsonValue;
}

function conditionContext(
  { context: { incident, entity } }: Play,
  steps: readonly DryRunStep[],
): JsonObject {
  return {
    ...(incident as unknown as JsonObject),
    ...(entity && { entity }),
    steps: stepsOf(steps),
  };
}

function templateContext(
  { context, definition, workflow }: Play,
  steps: readonly DryRunStep[],
): JsonObject {
  const { incident, entity, change } = context;
  return {
    incident,
    ...(entity && { entity }),
    trigger: {
      type: definition.trigger.type,
      incident,
      ...(change && { change }),
    },
    steps: stepsOf(steps),
    workflow,
    execution: { id: NO_RUN },
  } as unknown as JsonObject;
}

function stepsOf(steps: readonly DryRunStep[]): JsonObject {
  return Object.fromEntries(
    steps.map(({ nodeId, state, output }) => [
      nodeId,
      { state, ...(output === undefined ? {} : { output }) },
    ]),
  );
}
