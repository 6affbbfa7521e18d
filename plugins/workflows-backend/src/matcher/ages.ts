import {
  type AgeState,
  type TriggerConfig,
  parseDuration,
} from 'backstage-plugin-workflows-common';

/** Since when an incident is in a state that ages. In milliseconds. */
export interface AgePeriod {
  /** By the sender's clock. */
  sinceMs: number;
  /** When it was heard of first, by the database's clock. */
  knownMs: number;
}

/** The periods that an incident is in. */
export type IncidentAges = Partial<Record<AgeState, AgePeriod>>;

/** The moments, by the database's clock, that one look at an incident's ages covers. */
export interface AgeSpan {
  ages: IncidentAges;
  /** Where the look before it ended; that moment is not looked at again. */
  fromMs: number;
  untilMs: number;
}

/** What decides when a workflow's age trigger fires. */
export interface AgingWorkflow {
  trigger: TriggerConfig;
  /** When it was enabled last. */
  enabledMs: number;
  /** When the version that runs began to run. */
  activeMs: number;
}

/**
 * The moment at which an age sets a workflow off; `undefined` when it never does.
 * Pure.
 *
 * It is when the age is reached, but not before the incident was heard of. What
 * was there before the workflow was enabled counts only if the trigger says so,
 * and then at the earliest when the version began to run.
 */
export function ageMoment(
  { trigger, enabledMs, activeMs }: AgingWorkflow,
  ages: IncidentAges,
): number | undefined {
  const period = trigger.type === 'age' ? ages[trigger.state] : undefined;
  if (trigger.type !== 'age' || !period) {
    return undefined;
  }
  const reached = Math.max(
    period.sinceMs + parseDuration(trigger.longerThan)!,
    period.knownMs,
  );
  if (trigger.includeExisting) {
    return Math.max(reached, activeMs);
  }
  return period.knownMs >= enabledMs && reached >= activeMs
    ? reached
    : undefined;
}

/** The first moment after `afterMs` at which one of the workflows is set off. */
export function nextAgeMoment(
  workflows: Iterable<AgingWorkflow>,
  ages: IncidentAges,
  afterMs: number,
): number | undefined {
  let next: number | undefined;
  for (const workflow of workflows) {
    const moment = ageMoment(workflow, ages);
    if (moment !== undefined && moment > afterMs) {
      next = Math.min(next ?? moment, moment);
    }
  }
  return next;
}
