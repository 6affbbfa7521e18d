import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type TemplateContext,
  TemplateLimitError,
  TemplateRenderError,
  type TemplateValue,
  createTemplateRenderer,
} from 'nunjitsu';
import { isSecretRef } from '../actions/secretRef';

/*
 * Templates are rendered leaf by leaf, never per document: a JSON value whose
 * strings are templates stays a JSON value, so that no quote in an incident's
 * title can break out of its string. The interpreter is closed: no includes, no
 * code, bounded work and output.
 */

const renderer = createTemplateRenderer({ cookiecutterCompat: true });

const RENDER_LIMITS = {
  sourceCodeUnits: 32_000,
  astNodes: 5_000,
  workUnits: 50_000,
  nestingDepth: 64,
  outputCodeUnits: 256_000,
};

/**
 * A template that could not be rendered, with the place of the leaf.
 *
 * @public
 */
export class TemplateError extends Error {
  /** The leaf's place in the config, for example `body.fields.0.title`. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(path ? `${path}: ${message}` : message);
    this.name = 'TemplateError';
    this.path = path;
  }
}

/**
 * Whether a text holds template syntax at all.
 *
 * @public
 */
export function isTemplate(text: string): boolean {
  return /\{[{%#]/.test(text);
}

/**
 * Renders one leaf. A leaf that is one `{{ … }}` keeps the type of its value;
 * every other leaf becomes text. A missing value renders empty, and a sole
 * missing value becomes null.
 *
 * @throws TemplateError for a syntax error and for a template that exceeds its limits
 * @public
 */
export function renderLeaf(
  template: string,
  context: JsonObject,
  path: string = '',
): JsonValue {
  if (!isTemplate(template)) {
    return template;
  }
  try {
    const value = renderer.renderValue(template, context as TemplateContext, {
      limits: RENDER_LIMITS,
    });
    return toJson(value);
  } catch (error) {
    throw new TemplateError(path, describe(error));
  }
}

/**
 * Renders every string of a config. Keys, numbers and secret references stay as
 * they are.
 *
 * @throws TemplateError for the first leaf that cannot be rendered
 * @public
 */
export function renderConfig<T extends JsonValue>(
  config: T,
  context: JsonObject,
  path: string = '',
): JsonValue {
  if (typeof config === 'string') {
    return renderLeaf(config, context, path);
  }
  if (Array.isArray(config)) {
    return config.map((item, index) =>
      renderConfig(item as JsonValue, context, join(path, index)),
    );
  }
  if (config === null || typeof config !== 'object' || isSecretRef(config)) {
    return config;
  }
  return Object.fromEntries(
    Object.entries(config as JsonObject).map(([key, item]) => [
      key,
      renderConfig(item as JsonValue, context, join(path, key)),
    ]),
  );
}

function join(path: string, part: string | number): string {
  return path ? `${path}.${part}` : String(part);
}

function toJson(value: TemplateValue | undefined): JsonValue {
  if (value === undefined) {
    return null;
  }
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

function describe(error: unknown): string {
  if (error instanceof TemplateLimitError) {
    return `the template exceeds its limit of ${
      error.limit ?? 'work'
    }; make it smaller`;
  }
  if (error instanceof TemplateRenderError) {
    const place = error.line
      ? ` (line ${error.line}, column ${error.column})`
      : '';
    return `the template cannot be rendered${place}: ${error.message}`;
  }
  return `the template cannot be rendered: ${String(error)}`;
}
