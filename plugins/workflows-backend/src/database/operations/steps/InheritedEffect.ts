import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * What a run takes over of a step of the run that it retries, before the step
 * is reached: the key, and the bytes that go with it.
 */
export interface InheritedEffect {
  effectKey: string;
  /** Absent when none was made before the step failed. */
  request?: JsonObject;
  /** In doubt unless it is known not to have taken place, or an action waits for its end. */
  effectState: 'none' | 'in_doubt' | 'confirmed';
  /** Boxed, because a token may be null. */
  waitToken?: { token: JsonValue };
}

/** By node. */
export type InheritedEffects = Record<string, InheritedEffect>;
