import { isDeepStrictEqual } from 'node:util';
import type {
  RetryExecutionRequest,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import { fromOptionalJson } from '../../database/conversion';
import type {
  InheritedEffect,
  InheritedEffects,
} from '../../database/operations/steps/InheritedEffect';
import type { WorkflowExecutionStepRow } from '../../database/rows';

/** What a retry takes over of the run that it retries. */
export interface RetryPlan {
  /** Steps that are settled and not run again. */
  settled: WorkflowExecutionStepRow[];
  inherited: InheritedEffects;
}

/**
 * Decides what a retry takes over. Pure.
 *
 * A key goes with the bytes that were made for it, so that no receiver ever gets
 * one key with two bodies. For the same reason a step that another version
 * configures differently gets a new key.
 */
export function planRetry(options: {
  request: RetryExecutionRequest;
  /** Of the run that is retried. */
  definition: WorkflowDefinition;
  /** Of the new run. */
  nextDefinition: WorkflowDefinition;
  /** In the order in which they began. */
  steps: readonly WorkflowExecutionStepRow[];
  /** What the run itself had taken over; of steps that it did not come to it is still due. */
  inherited: InheritedEffects;
}): RetryPlan {
  const { request, definition, nextDefinition, steps } = options;
  const { from, sameEffects } = request;
  const settled = from === 'failed' ? settledSteps(definition, steps) : [];
  if (sameEffects === false) {
    return { settled, inherited: {} };
  }
  const known = new Set(settled.map(step => step.node_id));
  const reached = new Set(steps.map(step => step.node_id));
  const own = steps
    .filter(step => !known.has(step.node_id))
    .filter(step => sameEffects || step.state === 'failed')
    .flatMap(step => {
      const effect = inheritedEffect(step);
      return effect ? [[step.node_id, effect] as const] : [];
    });
  const earlier = Object.entries(options.inherited).filter(
    ([nodeId]) => !reached.has(nodeId),
  );
  return {
    settled,
    inherited: Object.fromEntries(
      [...earlier, ...own].filter(([nodeId]) =>
        doesTheSame(nodeId, definition, nextDefinition),
      ),
    ),
  };
}

/**
 * All but what failed. A step that may fail without stopping the run is settled
 * by failing, unless it is the last: then the run was ended in the middle of it.
 */
function settledSteps(
  definition: WorkflowDefinition,
  steps: readonly WorkflowExecutionStepRow[],
): WorkflowExecutionStepRow[] {
  const last = steps.filter(({ state }) => state !== 'skipped').at(-1);
  return steps.filter(step => {
    const data = actionOf(definition, step.node_id);
    return (
      step.state === 'completed' ||
      step.state === 'skipped' ||
      (step.state === 'failed' && step !== last && data?.onError === 'continue')
    );
  });
}

function actionOf(definition: WorkflowDefinition, nodeId: string) {
  const node = definition.nodes.find(({ id }) => id === nodeId);
  return node?.type === 'action' ? node.data : undefined;
}

function doesTheSame(
  nodeId: string,
  ...definitions: [WorkflowDefinition, WorkflowDefinition]
): boolean {
  const [before, after] = definitions.map(definition => {
    const data = actionOf(definition, nodeId);
    return data && { actionType: data.actionType, config: data.config };
  });
  return isDeepStrictEqual(before, after);
}

function inheritedEffect(
  step: WorkflowExecutionStepRow,
): InheritedEffect | undefined {
  if (step.effect_key === null) {
    return undefined;
  }
  const waitToken: InheritedEffect['waitToken'] = fromOptionalJson(
    step.wait_token,
  );
  const tookNoPlace = [null, 'none'].includes(step.effect_state);
  return {
    effectKey: step.effect_key,
    request: fromOptionalJson(step.request),
    ...(waitToken
      ? { effectState: 'confirmed', waitToken }
      : { effectState: tookNoPlace ? 'none' : 'in_doubt' }),
  };
}
