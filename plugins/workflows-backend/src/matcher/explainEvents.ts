import type {
  ExplainedEvent,
  IncidentContext,
} from 'backstage-plugin-workflows-common';
import { type AgeSpan, type IncidentAges, ageMoment } from './ages';
import { agesAfter } from './agesAfter';
import { explainMatch } from './matchIncident';
import { onceKey } from './onceKey';
import { type FiredTrigger, firedTriggers } from './triggers';
import { type WorkflowHistory, workflowAt } from './workflowAt';
import type { IndexedWorkflow } from './WorkflowIndex';

/** An event as it is stored. */
export interface StoredEvent {
  id: string;
  occurredAt: string;
  receivedMs: number;
  context: IncidentContext;
}

/** A run of the workflow, as far as it says what became of an event. */
export interface StoredRun {
  id: string;
  eventId: string | null;
  /** What set it off. */
  trigger: string;
  onceKey: string | null;
  status: string;
  reason: string | null;
}

/** All that the answer is made of. */
export interface Recorded {
  history: WorkflowHistory;
  /** Of one incident, in the order in which they arrived. */
  events: readonly StoredEvent[];
  /** The workflow's, for this incident. */
  runs: readonly StoredRun[];
  nowMs: number;
}

/** An answer; `onceKey` is of a run that was not found among those given. */
export type Explained = ExplainedEvent & { onceKey?: string };

type Verdict = Pick<Explained, 'outcome'> & Partial<Explained>;

/** The time from an event to the next one. */
interface Following {
  ages: IncidentAges;
  untilMs: number;
}

/** Why a workflow ran for each event, or why not. Recomputes it; pure. */
export function explainEvents(recorded: Recorded): Explained[] {
  const { events, nowMs } = recorded;
  let before: Parameters<typeof agesAfter>[0];
  return events.map((event, index) => {
    const { incident } = event.context;
    const ages = agesAfter(before, incident, event.receivedMs);
    before = { incident, ages };
    const fired = firedTriggers(event.context);
    const untilMs = events[index + 1]?.receivedMs ?? nowMs;
    return {
      eventId: event.id,
      occurredAt: event.occurredAt,
      receivedAt: new Date(event.receivedMs).toISOString(),
      fired: [...new Set(fired.map(({ type }) => type))],
      ...judge(recorded, event, fired, { ages, untilMs }),
    };
  });
}

/** What became of an event whose run is known. */
export function ranOrSkipped(run: StoredRun): Verdict {
  return {
    outcome: run.status === 'SKIPPED' ? 'skipped' : 'ran',
    executionId: run.id,
    executionStatus: run.status as Verdict['executionStatus'],
    ...(run.reason && { reason: run.reason }),
  };
}

function judge(
  recorded: Recorded,
  event: StoredEvent,
  fired: readonly FiredTrigger[],
  following: Following,
): Verdict {
  // What is on record wins: a change that waited for the event's transaction
  // carries an earlier time than it took effect at.
  const run = recorded.runs.find(
    ({ eventId, trigger }) => eventId === event.id && trigger !== 'manual',
  );
  if (run) {
    return ranOrSkipped(run);
  }
  const aged = judgeAges(recorded, event, following);
  if (aged) {
    return aged;
  }
  const at = workflowAt(recorded.history, event.receivedMs);
  if (at.idle) {
    return { outcome: at.idle, ...(at.version && { version: at.version }) };
  }
  const { workflow } = at;
  const { version, trigger } = workflow;
  if (trigger.type === 'manual') {
    return { version, outcome: 'by_hand' };
  }
  const relevant = fired.filter(({ type }) => type === trigger.type);
  return relevant.length > 0
    ? judgeMatch(event, workflow, relevant)
    : { version, outcome: 'other_trigger' };
}

function judgeMatch(
  { id: eventId, context }: StoredEvent,
  workflow: IndexedWorkflow,
  fired: readonly FiredTrigger[],
): Verdict {
  const matches = fired.map(one => explainMatch(workflow, one, context));
  const at = Math.max(
    matches.findIndex(({ matched }) => matched),
    0,
  );
  const { stoppedBy, scope, explanation: conditions } = matches[at];
  const why = { version: workflow.version, scope, conditions };
  return stoppedBy
    ? { ...why, outcome: stoppedBy }
    : {
        ...why,
        outcome: 'removed',
        onceKey: onceKey({ workflow, fired: fired[at], context, eventId }),
      };
}

/**
 * What a trigger of an age made of the time from an event to the next one, with
 * what ran in each part of it: a version may come or go meanwhile.
 */
function judgeAges(
  { history }: Recorded,
  event: StoredEvent,
  { ages, untilMs }: Following,
): Verdict | undefined {
  const cuts = history.changes
    .map(({ atMs }) => atMs)
    .filter(atMs => event.receivedMs < atMs && atMs < untilMs);
  const starts = [event.receivedMs, ...cuts];
  let verdict: Verdict | undefined;
  for (const [index, fromMs] of starts.entries()) {
    const { workflow } = workflowAt(history, fromMs);
    if (workflow?.trigger.type === 'age') {
      verdict = judgeAge(event, workflow, {
        ages,
        fromMs,
        untilMs: starts[index + 1] ?? untilMs,
      });
      if (verdict.reachedAt && verdict.outcome !== 'age_not_reached') {
        return verdict;
      }
    }
  }
  return verdict;
}

function judgeAge(
  event: StoredEvent,
  workflow: IndexedWorkflow,
  span: AgeSpan,
): Verdict {
  const { version, trigger } = workflow;
  const moment = ageMoment(workflow, span.ages);
  if (moment === undefined) {
    const isAging = trigger.type === 'age' && span.ages[trigger.state];
    return { version, outcome: isAging ? 'age_before' : 'other_trigger' };
  }
  const reachedAt = new Date(moment).toISOString();
  if (moment > span.untilMs) {
    return { version, outcome: 'age_not_reached', reachedAt };
  }
  return moment < span.fromMs
    ? { version, outcome: 'other_trigger' }
    : {
        ...judgeMatch(event, workflow, [
          { type: 'age', ...span, fromMs: moment - 1 },
        ]),
        reachedAt,
      };
}
