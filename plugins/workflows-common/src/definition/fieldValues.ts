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

/** What holds fields, rather than being one. */
const CONTAINERS = ['object', 'record', 'array'];

/**
 * Whether an issue is of what a form's field holds, and so no obstacle to a
 * draft. A field that no form has is one, and so is a value where a list or an
 * object belongs: whoever reads a draft may count on these.
 */
export function isOfFieldValue(issue: z.core.$ZodIssue, path: string): boolean {
  switch (issue.code) {
    case 'unrecognized_keys':
      return false;
    case 'too_small':
      // A group that is still empty, a field that is not chosen yet.
      return isField(path) || CONDITIONS.test(path);
    case 'invalid_type':
      return isField(path) && !CONTAINERS.includes(issue.expected);
    default:
      return isField(path);
  }
}

function isField(path: string): boolean {
  return FIELDS.some(field => field.test(path));
}
