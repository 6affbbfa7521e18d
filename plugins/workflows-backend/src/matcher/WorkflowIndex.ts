import {
  type OncePolicy,
  type TriggerConfig,
  type TriggerType,
  equalityKey,
  parseDuration,
} from 'backstage-plugin-workflows-common';
import type { ShortestAges } from '../database/operations/incidents/ageColumns';
import type { AgingWorkflow } from './ages';
import type { FieldValues } from './FieldValues';
import { type IndexKeys, requiredEqualities } from './indexKeys';

/** An enabled workflow as the matcher knows it: its published version's trigger. */
export interface IndexedWorkflow extends AgingWorkflow {
  id: string;
  name: string;
  /** Empty for a global workflow. */
  ownerRef: string;
  /** The published one. */
  version: number;
  trigger: TriggerConfig;
  once?: OncePolicy;
}

/** Workflows of one kind of trigger. */
interface TriggerIndex {
  all: IndexedWorkflow[];
  /** Those that want a field to have a value, by field and the value's key. */
  byValue: Map<string, Map<string, IndexedWorkflow[]>>;
  /** Those that are looked at for every event. */
  rest: IndexedWorkflow[];
}

/**
 * The workflows that may run, by what sets them off and by the equality that the
 * fewest of them share. Immutable.
 */
export class WorkflowIndex {
  static create(options: { workflows: readonly IndexedWorkflow[] }) {
    const byTrigger = new Map<TriggerType, TriggerIndex>();
    for (const workflow of options.workflows) {
      const { type } = workflow.trigger;
      if (!byTrigger.has(type)) {
        byTrigger.set(type, { all: [], byValue: new Map(), rest: [] });
      }
      byTrigger.get(type)!.all.push(workflow);
    }
    byTrigger.forEach(fill);
    return new WorkflowIndex(byTrigger);
  }

  private constructor(
    private readonly byTrigger: ReadonlyMap<TriggerType, TriggerIndex>,
  ) {
    this.shortestAges = shortestAges(this.ofTrigger('age'));
  }

  /** The shortest time that an age trigger waits for, by state, in milliseconds. */
  readonly shortestAges: ShortestAges;

  /** All workflows of a trigger. */
  ofTrigger(type: TriggerType): readonly IndexedWorkflow[] {
    return this.byTrigger.get(type)?.all ?? [];
  }

  /** The workflows of a trigger whose conditions may hold: a few more than do. */
  candidates(type: TriggerType, fields: FieldValues): IndexedWorkflow[] {
    const index = this.byTrigger.get(type);
    if (!index) {
      return [];
    }
    const found = new Set(index.rest);
    for (const [field, byKey] of index.byValue) {
      const value = fields.read(field);
      // Of a list any element may be the one.
      for (const item of Array.isArray(value) ? value : [value]) {
        const key = equalityKey(item);
        const workflows = key === undefined ? undefined : byKey.get(key);
        workflows?.forEach(workflow => found.add(workflow));
      }
    }
    return [...found];
  }
}

function shortestAges(workflows: readonly IndexedWorkflow[]): ShortestAges {
  const shortest: ShortestAges = {};
  for (const { trigger } of workflows) {
    if (trigger.type === 'age') {
      const age = parseDuration(trigger.longerThan)!;
      const { state } = trigger;
      shortest[state] = Math.min(shortest[state] ?? age, age);
    }
  }
  return shortest;
}

function fill(index: TriggerIndex): void {
  const equalities = index.all.map(workflow =>
    requiredEqualities(workflow.trigger.conditions),
  );
  const shared = new Map<string, number>();
  const place = (field: string, key: string) => `${field}\n${key}`;
  for (const { field, keys } of equalities.flat()) {
    for (const key of keys) {
      const at = place(field, key);
      shared.set(at, (shared.get(at) ?? 0) + 1);
    }
  }
  const weight = ({ field, keys }: IndexKeys) =>
    keys.reduce((sum, key) => sum + shared.get(place(field, key))!, 0);
  index.all.forEach((workflow, at) => {
    const [first, ...others] = equalities[at];
    if (!first) {
      index.rest.push(workflow);
      return;
    }
    const best = others.reduce(
      (least, next) => (weight(next) < weight(least) ? next : least),
      first,
    );
    const byKey = index.byValue.get(best.field) ?? new Map();
    index.byValue.set(best.field, byKey);
    for (const key of best.keys) {
      const workflows = byKey.get(key) ?? [];
      byKey.set(key, workflows);
      workflows.push(workflow);
    }
  });
}
