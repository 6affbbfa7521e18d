import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type IncidentContext,
  type WorkflowDefinition,
  type WorkflowNode,
} from 'backstage-plugin-workflows-common';
import type { WorkflowExecutionRow } from '../database/rows';
import type { InheritedEffects } from '../database/operations/steps/InheritedEffect';
import type {
  AttemptRecord,
  StepRecord,
} from '../database/operations/steps/StepRecord';
import type { RunJournal } from './RunJournal';
import type { EngineOptions } from './types';

/** An action node. */
export type ActionNode = Extract<WorkflowNode, { type: 'action' }>;

/** Whether the segment goes on after a node, or gives the run back. */
export type AfterNode = 'go on' | 'stop';

/** A claimed run, while a segment of it runs. */
export interface Run {
  engine: EngineOptions;
  execution: WorkflowExecutionRow;
  definition: WorkflowDefinition;
  /** The event that fired it, frozen. */
  trigger: IncidentContext;
  /** By node, as they are now; some may be written with the next commit only. */
  steps: Map<string, StepRecord>;
  /** Of the run that this one retries, for steps that are not reached yet. */
  inherited: InheritedEffects;
  journal: RunJournal;
  /** Aborts when the claim may be lost, the run is cancelled, or the backend stops. */
  signal: AbortSignal;
  /** The incident as it is now, read once a segment. */
  incident: () => Promise<IncidentContext['incident']>;
  logger: LoggerService;
}

/** Records a step as it is now. */
export function putStep(
  run: Run,
  step: StepRecord,
  attempt?: AttemptRecord,
): StepRecord {
  const attempts = attempt
    ? [
        ...step.attempts.filter(other => other.attempt !== attempt.attempt),
        attempt,
      ]
    : step.attempts;
  const current = { ...step, attempts };
  run.steps.set(step.nodeId, current);
  run.journal.put(current, attempt);
  return current;
}

/** Records that the run waits for this step, and gives it back until then. */
export async function waitFor(
  run: Run,
  step: StepRecord,
  resumeInMs: number,
  attempt?: AttemptRecord,
): Promise<'stop'> {
  const starts = !run.steps.has(step.nodeId);
  putStep(run, { ...step, state: 'waiting', resumeInMs }, attempt);
  await run.journal.commit({ status: 'WAITING', resumeInMs, starts });
  return 'stop';
}
