import {
  type EntityScope,
  type ExplainedGroup,
  type IncidentContext,
  conditionHolds,
  entityScope,
  evaluate,
} from 'backstage-plugin-workflows-common';
import { FieldValues, conditionContext } from './FieldValues';
import { fitsTrigger } from './fits';
import type { FiredTrigger } from './triggers';
import type { IndexedWorkflow, WorkflowIndex } from './WorkflowIndex';

/** What the matcher looks at. */
export interface MatchableEvent {
  fired: readonly FiredTrigger[];
  context: IncidentContext;
}

/** That something sets a workflow off. */
export interface WorkflowMatch {
  workflow: IndexedWorkflow;
  fired: FiredTrigger;
}

/** The workflows that an event sets off. Pure. */
export function matchIncident(
  event: MatchableEvent,
  index: WorkflowIndex,
): WorkflowMatch[] {
  const { context } = event;
  const fields = FieldValues.of(context);
  return event.fired.flatMap(fired =>
    index
      .candidates(fired.type, fields)
      // The cheapest question first; it is asked of the most workflows.
      .filter(({ trigger }) =>
        conditionHolds(
          { match: 'all', conditions: trigger.conditions },
          fields.read,
        ),
      )
      .filter(workflow => fitsTrigger(workflow, fired, context))
      .filter(workflow => scopeOf(workflow, context).applies)
      .map(workflow => ({ workflow, fired })),
  );
}

/** Whether something sets one workflow off, and why, or why not. */
export interface ExplainedMatch {
  matched: boolean;
  /** What said no first; absent when it matched. */
  stoppedBy?: 'scope' | 'trigger' | 'conditions';
  scope: EntityScope;
  /** Each condition with the value that it saw. */
  explanation: ExplainedGroup;
}

/** What {@link matchIncident} decides about one workflow, with its reasons. Pure. */
export function explainMatch(
  workflow: IndexedWorkflow,
  fired: FiredTrigger,
  context: IncidentContext,
): ExplainedMatch {
  const scope = scopeOf(workflow, context);
  const explanation = evaluate(
    { match: 'all', conditions: workflow.trigger.conditions },
    conditionContext(context),
  );
  const stoppedBy =
    (!scope.applies && 'scope') ||
    (!fitsTrigger(workflow, fired, context) && 'trigger') ||
    (!explanation.holds && 'conditions') ||
    undefined;
  return {
    matched: !stoppedBy,
    ...(stoppedBy && { stoppedBy }),
    scope,
    explanation,
  };
}

function scopeOf(
  workflow: IndexedWorkflow,
  { entity, incident }: IncidentContext,
): EntityScope {
  return entityScope(workflow, entity, incident);
}
