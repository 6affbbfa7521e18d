import {
  type IncidentContext,
  type IncidentUpdatedTrigger,
  compare,
  getPath,
} from 'backstage-plugin-workflows-common';
import { isDeepStrictEqual } from 'node:util';
import { ageMoment } from './ages';
import type { FiredTrigger } from './triggers';
import type { IndexedWorkflow } from './WorkflowIndex';

/** Fields that follow from others, and are no news by themselves. */
const DERIVED: ReadonlySet<string> = new Set([
  'episode',
  'startedAt',
  'resolvedAt',
  'statusSince',
  'entityAnnotations',
  'entityByHand',
  'entityResolution',
]);

/** Whether what happened is what a workflow's trigger names, its conditions aside. Pure. */
export function fitsTrigger(
  workflow: IndexedWorkflow,
  fired: FiredTrigger,
  context: IncidentContext,
): boolean {
  const { trigger } = workflow;
  // Anything may be run by hand.
  if (fired.type === 'manual') {
    return true;
  }
  if (trigger.type !== fired.type) {
    return false;
  }
  if (trigger.type === 'state_changed' && fired.type === 'state_changed') {
    return (
      (trigger.from?.includes(fired.from) ?? true) &&
      (trigger.to?.includes(fired.to) ?? true)
    );
  }
  if (trigger.type === 'incident_updated') {
    return fitsUpdate(trigger, context);
  }
  if (fired.type === 'age') {
    const moment = ageMoment(workflow, fired.ages);
    return (
      moment !== undefined && fired.fromMs < moment && moment <= fired.untilMs
    );
  }
  return true;
}

function fitsUpdate(
  { changed, changedFrom, changedTo }: IncidentUpdatedTrigger,
  { incident, previous = {} }: IncidentContext,
): boolean {
  const before = { ...incident, ...previous };
  const fields =
    changed ?? Object.keys(previous).filter(field => !DERIVED.has(field));
  return fields.some(field => {
    const was = getPath(before, field) ?? undefined;
    const is = getPath(incident, field) ?? undefined;
    return (
      !isDeepStrictEqual(was, is) &&
      (!changedFrom || compare('in', was, changedFrom)) &&
      (!changedTo || compare('in', is, changedTo))
    );
  });
}
