import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  conditionSchema,
  schemaProblems,
  templateSyntaxError,
} from 'backstage-plugin-workflows-common';
import { z } from 'zod';
import { type EntityRule, EntityRules } from './EntityRules';

const KEY = 'workflows.catalog.rules';
const MAX_RULES = 200;

const ruleSchema = z.strictObject({
  when: z.array(conditionSchema).min(1, 'must hold a condition').max(100),
  entityRef: z.string().trim().min(1, 'must not be empty').max(1_000),
});

/**
 * Reads `workflows.catalog.rules`.
 *
 * @throws InputError that names the key and says what it should hold
 */
export function readEntityRules(rootConfig: Config): EntityRules {
  const value = rootConfig.getOptional(KEY) ?? [];
  if (!Array.isArray(value) || value.length > MAX_RULES) {
    throw new InputError(`${KEY} must be a list of at most ${MAX_RULES} rules`);
  }
  const rules = value.map((item, index): EntityRule => {
    const key = `${KEY}[${index}]`;
    const parsed = ruleSchema.safeParse(item);
    if (!parsed.success) {
      const [{ path, message }] = schemaProblems(parsed.error.issues, item);
      throw new InputError(`${path ? `${key}.${path}` : key}: ${message}`);
    }
    const fault = templateSyntaxError(parsed.data.entityRef);
    if (fault) {
      throw new InputError(`${key}.entityRef: ${fault}`);
    }
    return { key, ...parsed.data };
  });
  return EntityRules.create({ rules });
}
