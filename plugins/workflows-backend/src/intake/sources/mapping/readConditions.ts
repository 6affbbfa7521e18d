import type { Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import {
  type Condition,
  conditionSchema,
  evaluate,
} from 'backstage-plugin-workflows-common';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const conditionsSchema = z.array(conditionSchema);

/**
 * A list of conditions on what a sender posts, in the form of workflows'.
 *
 * @throws InputError that names the key of what is wrong
 */
export function readConditions(config: Config, key: string): Condition[] {
  const checked = conditionsSchema.safeParse(config.getOptional(key) ?? []);
  if (!checked.success) {
    const [{ path, message }] = checked.error.issues;
    throw new InputError(`${[key, ...path].join('.')} ${message}`);
  }
  return checked.data;
}

/** The place in the list of the first condition that holds; -1 when none does. */
export function firstThatHolds(
  conditions: readonly Condition[],
  event: JsonObject,
): number {
  return conditions.findIndex(condition => evaluate(condition, event).holds);
}
