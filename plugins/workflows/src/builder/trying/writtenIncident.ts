import type { DryRunRequest } from 'backstage-plugin-workflows-common';
import { parseJsonText } from '../inspector/fields/jsonText';

type Written = NonNullable<DryRunRequest['incident']>;

/** An incident written as JSON, or what is wrong with the text; its fields the server checks. */
export function writtenIncident(
  text: string,
): { value: Written } | { error?: string } {
  const parsed = parseJsonText(text);
  if ('error' in parsed) {
    return parsed;
  }
  const { value } = parsed;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { value: value as Written }
    : { error: undefined };
}
