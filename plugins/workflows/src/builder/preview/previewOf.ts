import type { JsonObject, JsonValue } from '@backstage/types';
import {
  isTemplate,
  renderConfig,
  renderLeaf,
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
    return {
      value:
        language === 'url'
          ? renderUrl(String(value), context)
          : renderConfig(value, context),
    };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** In a URL each value stays one part of the path. */
function renderUrl(url: string, context: JsonObject): string {
  return url.replace(/\{\{[^{}]*\}\}/g, template => {
    const value = renderLeaf(template, context);
    return value === null ? '' : encodeURIComponent(textOf(value));
  });
}

export function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
