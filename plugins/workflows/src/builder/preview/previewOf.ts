import type { JsonObject, JsonValue } from '@backstage/types';
import {
  TemplateRenderer,
  isTemplate,
} from 'backstage-plugin-workflows-common';

export type Preview = { value: JsonValue } | { error: string };

/** A value with its templates rendered; nothing when it has none. */
export function previewOf(
  value: JsonValue | undefined,
  context: JsonObject,
  language: 'line' | 'text' | 'json' | 'url',
): Preview | undefined {
  if (value === undefined || !isTemplate(JSON.stringify(value))) {
    return undefined;
  }
  try {
    const renderer = TemplateRenderer.create(value, context);
    return {
      value:
        language === 'url'
          ? renderer.renderUrl(String(value), '')
          : renderer.render(value, ''),
    };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

export function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
