import type { z } from 'zod';

/**
 * Makes a refinement: which fields one field's value calls for. Such fields are
 * optional in the schema itself, so that the form of an action is one list of
 * fields, and what another operation needs may stay in it.
 */
export function requireFields(
  by: string,
  required: Record<string, readonly string[]>,
) {
  return (value: Record<string, unknown>, context: z.core.$RefinementCtx) => {
    const choice = String(value[by]);
    for (const field of required[choice] ?? []) {
      if (value[field] === undefined) {
        context.addIssue({
          code: 'custom',
          path: [field],
          message: `is required for ${choice}`,
        });
      }
    }
  };
}
