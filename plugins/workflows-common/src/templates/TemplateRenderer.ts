import type { JsonObject, JsonValue } from '@backstage/types';
import { isSecretRef } from '../actions/secretRef';
import { LIMITS } from '../limits';
import { Interpreter, describeTemplateError } from './Interpreter';
import { TemplateError } from './TemplateError';
import { templateLeaves } from './references';
import { renderUrl } from './renderUrl';
import { hasLoop, isTemplate } from './syntax';

/**
 * Renders the templates of one config, leaf by leaf, never per document: a JSON
 * value whose strings are templates stays a JSON value, so that no quote in an
 * incident's title can break out of its string. What the templates take is
 * counted over all of them, in whatever fields of the config they stand.
 *
 * @public
 */
export class TemplateRenderer {
  /**
   * A renderer with the budget of one step.
   *
   * @param config - all that will be rendered
   * @param context - what its templates see; copied once
   * @throws {@link TemplateError} for a context that nests too deep
   */
  static create(config: JsonValue, context: JsonObject): TemplateRenderer {
    const loops = templateLeaves(config).filter(({ template }) =>
      hasLoop(template),
    ).length;
    try {
      return new TemplateRenderer(Interpreter.create(context, { loops }));
    } catch (error) {
      throw new TemplateError('', describeTemplateError(error));
    }
  }

  private templates = 0;
  private chars = 0;

  private constructor(private readonly interpreter: Interpreter) {}

  /**
   * Every string of a value rendered. Keys, numbers and secret references stay as
   * they are. A string that is one `{{ … }}` keeps the type of its value, and
   * becomes null where that is missing; every other string becomes text.
   *
   * @param path - the place of the value in the config, for errors
   * @throws {@link TemplateError} for a syntax error, for templates that exceed
   * their limits, and for a value that has the shape of a secret reference
   */
  render(value: JsonValue, path: string): JsonValue {
    if (typeof value === 'string') {
      return isTemplate(value) ? this.renderTemplate(value, path) : value;
    }
    if (Array.isArray(value)) {
      return value.map((item, index) => this.render(item, join(path, index)));
    }
    if (value === null || typeof value !== 'object' || isSecretRef(value)) {
      return value;
    }
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, this.render(item!, join(path, key))]),
    );
  }

  /**
   * A URL rendered. What each `{{ … }}` gives is encoded as one part of a path or
   * query, so that a title with `/`, `?` or `#` stays inside its place. Blocks are
   * refused: what they give could not be told from what the author wrote.
   *
   * @throws {@link TemplateError} as `render`, and for a part of the path that
   * comes out as `.` or `..`
   */
  renderUrl(template: string, path: string): string {
    return renderUrl(template, path, part => this.render(part, path));
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
