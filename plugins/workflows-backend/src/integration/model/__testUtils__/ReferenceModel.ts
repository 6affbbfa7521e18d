import type {
  ExecutionStatus,
  RetryExecutionRequest,
} from 'backstage-plugin-workflows-common';
import {
  type Answer,
  HOUR_MS,
  LEASE_MS,
  PLANS,
  type Plan,
  RETRY,
} from './plans';

/** When a run that the kill switch stopped is looked at again. */
const LOOK_AGAIN_MS = 1_000;
const MAX_INTERRUPTIONS = 10;

export interface ModelStep {
  state: 'running' | 'waiting' | 'completed' | 'failed';
  /** Of a delay there is none. */
  effect: 'none' | 'sent' | 'confirmed' | 'in_doubt' | null;
  /** Made, and among them those that were cut off; the last one is open while `sent`. */
  attempts: number;
  cutOff: number;
  resumeAt: number | null;
  /** The doubt of an earlier attempt, which an error of a later one does not settle. */
  doubted: boolean;
  key: ModelKey;
}

/** An idempotency key with what a receiver got under it. Retried runs share it. */
export interface ModelKey {
  sends: number;
}

export interface ModelRun {
  workflow: number;
  plan: Plan;
  incident: number;
  status: ExecutionStatus;
  reason: string | null;
  /** The model's time; null when it has ended. */
  due: number | null;
  epoch: number;
  stop: boolean;
  steps: Record<string, ModelStep>;
  inherited: Record<string, { key: ModelKey; doubt: boolean }>;
  parent?: ModelRun;
}

/** What a worker believes about its claim. */
export interface ModelClaim {
  run: ModelRun;
  epoch: number;
  stop: boolean;
}

const ended = (run: ModelRun) => run.due === null;

/**
 * What the store and the engine promise, without a database, a worker or a
 * network: small enough to be read beside docs/engine.md.
 */
export class ReferenceModel {
  now = 0;
  killSwitch = false;
  readonly runs: ModelRun[] = [];
  readonly workflows = [
    { enabled: true, plan: PLANS[0], endsWithIncident: false },
    { enabled: true, plan: PLANS[1], endsWithIncident: true },
  ];
  /** With the workflows that have a run in the episode. */
  readonly incidents = [0, 1].map(() => ({
    open: false,
    made: new Set<number>(),
  }));

  /** An incident fires. Gives the runs that it makes: one a workflow and episode. */
  trigger(incident: number): ModelRun[] {
    const current = this.incidents[incident];
    current.open = true;
    const made = this.workflows.flatMap(({ enabled, plan }, workflow) =>
      enabled && !current.made.has(workflow)
        ? [this.newRun({ workflow, plan, incident })]
        : [],
    );
    made.forEach(({ workflow }) => current.made.add(workflow));
    this.runs.push(...made);
    return made;
  }

  resolve(incident: number): void {
    this.incidents[incident] = { open: false, made: new Set() };
    for (const run of this.runs) {
      const ends = this.workflows[run.workflow].endsWithIncident;
      if (run.incident === incident && ends && !ended(run)) {
        run.stop = true;
        run.due = run.status === 'RUNNING' ? run.due : this.now;
      }
    }
  }

  disable(workflow: number, cancels: ExecutionStatus[]): void {
    this.workflows[workflow].enabled = false;
    for (const run of this.runs) {
      if (run.workflow === workflow && cancels.includes(run.status)) {
        this.take(run);
        this.end(run, 'CANCELLED', 'workflow_disabled');
      }
    }
  }

  cancel(run: ModelRun): void {
    this.take(run);
    this.end(run, 'CANCELLED', 'cancelled_by_user');
  }

  mayRetry(run: ModelRun, from: RetryExecutionRequest['from']): boolean {
    const statuses = ['FAILED', 'CANCELLED'];
    if (from === 'start') {
      statuses.push('COMPLETED');
    }
    return (
      statuses.includes(run.status) &&
      this.workflows[run.workflow].enabled &&
      !this.runs.some(other => other.parent === run && !ended(other))
    );
  }

  retry(parent: ModelRun, from: RetryExecutionRequest['from']): ModelRun {
    const { workflow, plan, incident } = parent;
    const run = this.newRun({ workflow, plan, incident });
    run.parent = parent;
    for (const [id, effect] of Object.entries(parent.inherited)) {
      if (!parent.steps[id]) {
        run.inherited[id] = effect;
      }
    }
    for (const [id, step] of Object.entries(parent.steps)) {
      if (step.state === 'completed' && from === 'failed') {
        run.steps[id] = { ...step, attempts: 0, cutOff: 0 };
      } else if (step.state === 'failed' && step.effect !== null) {
        const doubt = step.effect !== 'none';
        run.inherited[id] = { key: step.key, doubt };
      }
    }
    this.runs.push(run);
    return run;
  }

  /** Runs that a worker may claim, the longest due first. */
  claimable(): ModelRun[] {
    return this.killSwitch
      ? []
      : this.runs
          .filter(run => run.due !== null && run.due <= this.now)
          .sort((a, b) => a.due! - b.due!);
  }

  claim(run: ModelRun): ModelClaim {
    this.take(run);
    Object.assign(run, {
      status: 'RUNNING',
      reason: null,
      due: this.now + LEASE_MS,
    });
    return { run, epoch: run.epoch, stop: run.stop };
  }

  /** One worker's turn. Gives the step whose request hangs, if one does. */
  segment(claim: ModelClaim, answers: Answer[]): string | undefined {
    if (!this.holds(claim)) {
      return undefined;
    }
    if (claim.stop) {
      this.end(claim.run, 'CANCELLED', 'incident_resolved');
      return undefined;
    }
    return this.advance(claim.run, [...answers]);
  }

  /** The answer to a request that hung. It counts only while the claim holds. */
  answer(claim: ModelClaim, stepId: string, answer: Answer): void {
    if (this.holds(claim) && this.settle(claim.run, stepId, answer)) {
      this.advance(claim.run, []);
    }
  }

  private holds({ run, epoch }: ModelClaim): boolean {
    return run.epoch === epoch;
  }

  private advance(run: ModelRun, answers: Answer[]): string | undefined {
    const delaysOver: ModelStep[] = [];
    for (const { id, kind } of run.plan) {
      const step = run.steps[id];
      if (step?.state === 'completed') {
        continue;
      }
      if (kind === 'delay') {
        if (step && step.resumeAt! <= this.now) {
          delaysOver.push(step);
          continue;
        }
        if (!step && this.refuses(run)) {
          return undefined;
        }
        this.wait(run, id, step?.resumeAt ?? this.now + HOUR_MS);
        delaysOver.forEach(over => (over.state = 'completed'));
        return undefined;
      }
      const cutOff = step?.effect === 'sent';
      if (
        cutOff &&
        (kind === 'doubtful' || step.cutOff + 1 >= MAX_INTERRUPTIONS)
      ) {
        Object.assign(step, {
          state: 'failed',
          effect: 'in_doubt',
          cutOff: step.cutOff + 1,
        });
        delaysOver.forEach(over => (over.state = 'completed'));
        this.end(run, 'FAILED', 'effect_in_doubt');
        return undefined;
      }
      if (this.refuses(run)) {
        return undefined;
      }
      delaysOver.forEach(over => (over.state = 'completed'));
      this.send(run, id, cutOff);
      const answer = answers.shift() ?? 'ok';
      if (answer === 'hang') {
        return id;
      }
      if (!this.settle(run, id, answer)) {
        return undefined;
      }
    }
    delaysOver.forEach(over => (over.state = 'completed'));
    this.end(run, 'COMPLETED', null);
    return undefined;
  }

  /** Nothing may start: the run ends, or is given back. */
  private refuses(run: ModelRun): boolean {
    if (run.stop) {
      this.end(run, 'CANCELLED', 'incident_resolved');
    } else if (this.killSwitch) {
      run.status = 'WAITING';
      run.reason = 'kill_switch';
      run.due = this.now + LOOK_AGAIN_MS;
    }
    return run.stop || this.killSwitch;
  }

  private send(run: ModelRun, id: string, wasCutOff: boolean) {
    const inherited = run.inherited[id];
    const before = run.steps[id] ?? {
      attempts: 0,
      cutOff: 0,
      effect: inherited?.doubt ? 'in_doubt' : 'none',
      key: inherited?.key ?? { sends: 0 },
    };
    const cutOff = before.cutOff + (wasCutOff ? 1 : 0);
    const doubted = wasCutOff || before.effect === 'in_doubt';
    const step: ModelStep = {
      ...before,
      state: 'running',
      effect: 'sent',
      attempts: before.attempts + 1,
      cutOff,
      resumeAt: null,
      doubted,
    };
    run.steps[id] = step;
    step.key.sends += 1;
    run.due = this.now + LEASE_MS;
  }

  /** Records an answer; whether the run goes on. */
  private settle(run: ModelRun, id: string, answer: Answer): boolean {
    const step = run.steps[id];
    if (answer === 'ok') {
      step.state = 'completed';
      step.effect = 'confirmed';
      run.due = this.now + LEASE_MS;
      return true;
    }
    step.effect = step.doubted ? 'in_doubt' : 'none';
    const kind = run.plan.find(planned => planned.id === id)!.kind;
    const used = step.attempts - step.cutOff;
    if (step.doubted && kind === 'doubtful') {
      step.state = 'failed';
      this.end(run, 'FAILED', 'effect_in_doubt');
    } else if (answer === 'busy' && used < RETRY.attempts) {
      const pause = RETRY.firstMs * RETRY.factor ** (used - 1);
      this.wait(run, id, this.now + pause);
    } else {
      step.state = 'failed';
      this.end(run, 'FAILED', 'action_failed');
    }
    return false;
  }

  private wait(run: ModelRun, id: string, resumeAt: number) {
    const step = run.steps[id] ?? {
      effect: null,
      attempts: 0,
      cutOff: 0,
      doubted: false,
      key: { sends: 0 },
    };
    run.steps[id] = { ...step, state: 'waiting', resumeAt };
    run.status = 'WAITING';
    run.reason = null;
    run.due = run.stop ? this.now : resumeAt;
  }

  /** Another owner, or none. */
  private take(run: ModelRun) {
    run.epoch += 1;
  }

  private end(run: ModelRun, status: ExecutionStatus, reason: string | null) {
    run.status = status;
    run.reason = reason;
    run.due = null;
    for (const step of Object.values(run.steps)) {
      if (step.state === 'running' || step.state === 'waiting') {
        step.state = 'failed';
        step.effect = step.effect === 'sent' ? 'in_doubt' : step.effect;
      }
    }
  }

  private newRun(
    made: Pick<ModelRun, 'workflow' | 'plan' | 'incident'>,
  ): ModelRun {
    return {
      ...made,
      status: 'PENDING',
      reason: null,
      due: this.now,
      epoch: 0,
      stop: false,
      steps: {},
      inherited: {},
    };
  }
}
