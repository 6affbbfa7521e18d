import type { JsonValue } from '@backstage/types';
import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { jsonText, parseJsonText } from '../inspector/fields/jsonText';
import { drawable } from './drawable';

export function textOf(definition: WorkflowDefinition): string {
  return jsonText(definition as unknown as JsonValue);
}

/** A text as something to draw, or why it is none. */
export function readText(text: string): ReturnType<typeof drawable> {
  const parsed = parseJsonText(text);
  return 'error' in parsed
    ? {
        problems: [
          {
            code: 'schema',
            severity: 'error',
            path: '',
            message: parsed.error,
          },
        ],
      }
    : drawable(unwrapped(parsed.value));
}

/** A file may hold the definition within what the API gives of a workflow. */
function unwrapped(value: JsonValue | undefined) {
  return typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    value.definition !== undefined &&
    value.nodes === undefined
    ? value.definition
    : value;
}
