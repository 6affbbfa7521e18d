import type { JsonObject } from '@backstage/types';
import {
  type ExplainedGroup,
  type IncidentContext,
  evaluate,
} from 'backstage-plugin-workflows-common';
import { inScope } from './scope';
import type { FiredTrigger } from './triggers';
import type { IndexedWorkflow, WorkflowIndex } from './WorkflowIndex';

/** What the matcher looks at. */
export interface MatchableEvent {
  fired: readonly FiredTrigger[];
  context: IncidentContext;
}

/** Whether a trigger sets a workflow off, and why, or why not. */
export interface WorkflowMatch {
  workflow: IndexedWorkflow;
  fired: FiredTrigger;
  matched: boolean;
  /** What said no first; absent when it matched. */
  stoppedBy?: 'scope' | 'states' | 'conditions';
  /** Each condition with the value that it saw; absent when it came not so far. */
  explanation?: ExplainedGroup;
}

/** Goes through the workflows that an event may set off. Pure. */
export function matchIncident(
  event: MatchableEvent,
  index: WorkflowIndex,
): WorkflowMatch[] {
  const conditionContext = toConditionContext(event.context);
  return event.fired.flatMap(fired =>
    index
      .candidates(fired.type)
      .map(workflow => matchOne(workflow, fired, event, conditionContext)),
  );
}

function matchOne(
  workflow: IndexedWorkflow,
  fired: FiredTrigger,
  event: MatchableEvent,
  conditionContext: JsonObject,
): WorkflowMatch {
  if (!inScope(workflow.ownerRef, event.context.incident)) {
    return { workflow, fired, matched: false, stoppedBy: 'scope' };
  }
  if (!statesMatch(workflow, fired)) {
    return { workflow, fired, matched: false, stoppedBy: 'states' };
  }
  const explanation = evaluate(
    { match: 'all', conditions: workflow.trigger.conditions },
    conditionContext,
  );
  return explanation.holds
    ? { workflow, fired, matched: true, explanation }
    : { workflow, fired, matched: false, stoppedBy: 'conditions', explanation };
}

function statesMatch({ trigger }: IndexedWorkflow, fired: FiredTrigger) {
  if (trigger.type !== 'state_changed' || fired.type !== 'state_changed') {
    return true;
  }
  return (
    (trigger.from?.includes(fired.from) ?? true) &&
    (trigger.to?.includes(fired.to) ?? true)
  );
}

function toConditionContext({ incident, entity }: IncidentContext): JsonObject {
  return { ...incident, ...(entity && { entity }) } as unknown as JsonObject;
}
