import type { JsonObject, JsonValue } from '@backstage/types';
import { isSecretRef } from '../actions/secretRef';
import { LIMITS } from '../limits';
import { Interpreter, describeTemplateError } from './Interpreter';
import { templateLeaves } from './references';
import { hasLoop, isTemplate } from './syntax';

/*
 * Templates are rendered leaf by leaf, never per document: a JSON value whose
 * strings are templates stays a JSON value, so that no quote in an incident's
 * title can break out of its string.
 */

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
 * Renders one leaf. A leaf that is one `{{ … }}` keeps the type of its value;
 * every other leaf becomes text. A missing value renders empty, and a sole
 * missing value becomes null.
 *
 * @throws {@link TemplateError} for a syntax error, for a template that exceeds
 * its limits, and for a value that has the shape of a secret reference
 * @public
 */
export function renderLeaf(
  template: string,
  context: JsonObject,
  path: string = '',
): JsonValue {
  return renderConfig(template, context, path);
}

/**
 * Renders every string of a config. Keys, numbers and secret references stay as
 * they are.
 *
 * @throws {@link TemplateError} for the first leaf that cannot be rendered
 * @public
 */
export function renderConfig<T extends JsonValue>(
  config: T,
  context: JsonObject,
  path: string = '',
): JsonValue {
  return ConfigRenderer.create({ config, context, path }).render(config, path);
}

/** One config's rendering; what its templates take is counted over all of them. */
class ConfigRenderer {
  static create(options: {
    config: JsonValue;
    context: JsonObject;
    path: string;
  }) {
    const { config, context, path } = options;
    const loops = templateLeaves(config).filter(({ template }) =>
      hasLoop(template),
    ).length;
    try {
      return new ConfigRenderer(Interpreter.create(context, { loops }));
    } catch (error) {
      throw new TemplateError(path, describeTemplateError(error));
    }
  }

  private templates = 0;
  private chars = 0;

  private constructor(private readonly interpreter: Interpreter) {}

  render(config: JsonValue, path: string): JsonValue {
    if (typeof config === 'string') {
      return isTemplate(config) ? this.renderTemplate(config, path) : config;
    }
    if (Array.isArray(config)) {
      return config.map((item, index) => this.render(item, join(path, index)));
    }
    if (config === null || typeof config !== 'object' || isSecretRef(config)) {
      return config;
    }
    return Object.fromEntries(
      Object.entries(config)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, this.render(item!, join(path, key))]),
    );
  }

  private renderTemplate(template: string, path: string): JsonValue {
    if (++this.templates > LIMITS.templatesPerConfig) {
      throw new TemplateError(
        path,
        `one step renders at most ${LIMITS.templatesPerConfig} templates; split it`,
      );
    }
    let value: JsonValue | undefined;
    try {
      value = this.interpreter.interpret(template);
    } catch (error) {
      throw new TemplateError(path, describeTemplateError(error));
    }
    if (value === undefined) {
      return null;
    }
    this.chars += JSON.stringify(value).length;
    if (this.chars > LIMITS.renderedChars) {
      throw new TemplateError(
        path,
        `the rendered texts of one step hold at most ${LIMITS.renderedChars} characters`,
      );
    }
    if (holdsSecretRef(value)) {
      // What a sender writes must never name a secret of the workflow.
      throw new TemplateError(
        path,
        'the value has the shape of a secret reference, which no template may make',
      );
    }
    return value;
  }
}

function holdsSecretRef(value: JsonValue | undefined): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (isSecretRef(value) || Object.values(value).some(holdsSecretRef))
  );
}

function join(path: string, part: string | number): string {
  return path ? `${path}.${part}` : String(part);
}
