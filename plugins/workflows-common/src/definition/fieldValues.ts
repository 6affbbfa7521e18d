import type { z } from 'zod';

/** Places that forms fill in, and that a person may not have come to yet. */
const FIELDS = [
  /^nodes\.\d+\.data\.(config\..+|duration|timeout|retry.*|label)$/,
  /^trigger\.(?!type|conditions|entities\.conditions)/,
  /^settings\./,
];
const CONDITIONS =
  /^(nodes\.\d+\.data|trigger|trigger\.entities)\.conditions(\.|$)/;

/**
 * Whether an issue is of what a form's field holds, and so no obstacle to a
 * draft: it is missing, empty, or not in the form that it should have. A field
 * that no form has is an obstacle, and so is a value of another kind, such as a
 * number or an object where text belongs: whoever reads a draft counts on kinds.
 *
 * @param found - what the value has there
 */
export function isOfFieldValue(
  issue: z.core.$ZodIssue,
  path: string,
  found: unknown,
): boolean {
  switch (issue.code) {
    case 'unrecognized_keys':
      return false;
    case 'invalid_type':
      return isField(path) && found === undefined;
    case 'invalid_value':
    case 'invalid_union':
      return (
        isField(path) && (found === undefined || typeof found === 'string')
      );
    case 'too_small':
      // A group that is still empty, a field that is not chosen yet.
      return isField(path) || CONDITIONS.test(path);
    default:
      return isField(path);
  }
}

function isField(path: string): boolean {
  return (
    FIELDS.some(field => field.test(path)) ||
    (CONDITIONS.test(path) && path.endsWith('.value'))
  );
}
