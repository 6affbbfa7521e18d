import type { z } from 'zod';

/** Places that forms fill in, and that a person may not have come to yet. */
const FIELDS = [
  /^nodes\.\d+\.data\.(config\..+|duration|timeout|retry.*|label)$/,
  /^(nodes\.\d+\.data|trigger|trigger\.entities)\.conditions\..+\.value$/,
  /^trigger\.(?!type|conditions|entities\.conditions)/,
  /^settings\./,
];
const CONDITIONS =
  /^(nodes\.\d+\.data|trigger|trigger\.entities)\.conditions(\.|$)/;

const CONFIG = /^nodes\.\d+\.data\.config\./;

/** What holds fields, rather than being one. */
const CONTAINERS = ['object', 'record', 'array'];

/**
 * Whether an issue is of what a form's field holds, and so no obstacle to a
 * draft. A field that no form has is one. So is a value of another kind, such as
 * a number where text belongs: whoever reads a draft may count on kinds. Within
 * the config of an action, which only its action reads, that holds for lists and
 * objects.
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
    case 'too_small':
      // A group that is still empty, a field that is not chosen yet.
      return isField(path) || CONDITIONS.test(path);
    case 'invalid_type':
      return (
        isField(path) &&
        !CONTAINERS.includes(issue.expected) &&
        (found === undefined || CONFIG.test(path))
      );
    default:
      return isField(path);
  }
}

function isField(path: string): boolean {
  return FIELDS.some(field => field.test(path));
}
