/* eslint-disable jest/no-standalone-expect -- called by the test of the model */
import type { TableClaim } from '../../../engine/types';
import type { RealSystem } from './RealSystem';
import type { ModelClaim, ModelRun, ReferenceModel } from './ReferenceModel';
import { expectedRun, storedRuns } from './compare';
import type { Answer } from './plans';

/** A worker that stands still in the middle of a run, and may go on. */
interface Paused {
  goOn(answer: Answer): Promise<void>;
}

/** The model and the real system, moved together. */
export class Pair {
  private readonly idOf = new Map<ModelRun, string>();
  private readonly start: number;
  private paused: Paused[] = [];

  constructor(readonly model: ReferenceModel, readonly real: RealSystem) {
    this.start = real.time;
  }

  /** The run with this number, of those that there are. */
  run(choice: number): ModelRun | undefined {
    const { runs } = this.model;
    return runs[choice % Math.max(runs.length, 1)];
  }

  id(run: ModelRun): string {
    return this.idOf.get(run)!;
  }

  pass(ms: number): void {
    this.model.now += ms;
    this.real.advance(ms);
  }

  async trigger(incident: number): Promise<void> {
    const made = await this.real.trigger(incident);
    const expected = this.model.trigger(incident);
    expect(made.map(({ workflow }) => workflow)).toEqual(
      expected.map(({ workflow }) => workflow),
    );
    expected.forEach((run, index) => this.idOf.set(run, made[index].id));
  }

  /** Both claim what is due longest. */
  async claim(): Promise<{ real: TableClaim; model: ModelClaim } | undefined> {
    const claimable = this.model.claimable();
    const claim = await this.real.claim();
    if (!claim) {
      expect(claimable.map(expectedRun)).toEqual([]);
      return undefined;
    }
    const first = claimable.filter(({ due }) => due === claimable[0].due);
    const run = first.find(one => this.id(one) === claim.executionId);
    expect(run).toBeDefined();
    return { real: claim, model: this.model.claim(run!) };
  }

  /** Claims and works. A request that hangs leaves the worker standing still. */
  async work(answers: Answer[]): Promise<boolean> {
    const claim = await this.claim();
    if (!claim) {
      return false;
    }
    const hanging = await this.real.segment(claim.real, answers);
    const stepId = this.model.segment(claim.model, answers);
    expect(hanging !== undefined).toBe(stepId !== undefined);
    if (hanging) {
      this.paused.push({
        goOn: async answer => {
          this.real.receivers.willAnswer([]);
          hanging.release(answer);
          await hanging.segment;
          this.model.answer(claim.model, stepId!, answer);
        },
      });
    }
    return true;
  }

  /** Claims, and stands still before the first look. */
  async claimAndPause(): Promise<void> {
    const claim = await this.claim();
    if (claim) {
      this.paused.push({
        goOn: async () => {
          await this.real.segment(claim.real, []);
          this.model.segment(claim.model, []);
        },
      });
    }
  }

  get hasPaused(): boolean {
    return this.paused.length > 0;
  }

  async goOn(choice: number, answer: Answer): Promise<void> {
    const [one] = this.paused.splice(choice % this.paused.length, 1);
    await one.goOn(answer);
  }

  /** Those that stand still never go on. */
  kill(): void {
    this.paused = [];
  }

  retried(run: ModelRun, id: string): void {
    this.idOf.set(run, id);
  }

  async compare(): Promise<void> {
    const { knex, receivers } = this.real;
    const stored = await storedRuns(knex, receivers, this.start);
    const expected = this.model.runs.map(run => [
      this.id(run),
      expectedRun(run),
    ]);
    expect(stored).toEqual(Object.fromEntries(expected));
  }
}
