import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type PreparedTemplateContext,
  type TemplateContext,
  TemplateLimitError,
  type TemplateRenderLimits,
  type TemplateRenderer,
  createTemplateRenderer,
} from 'nunjitsu';
import { LIMITS } from '../limits';
import { meteredFilters } from './meteredFilters';
import { hasLoop, tagProblem } from './syntax';

/**
 * Sized from measurements: a text with a condition, a loop over three items, a
 * filter and a dump takes under 50 work units, and the worst
 * template found within these limits blocks the event loop for less than
 * 150 ms. (With 50,000 units `wordcount` in a loop took 300 ms, with 5,000
 * parts parsing alone took 390 ms.)
 */
const RENDER_LIMITS = {
  sourceCodeUnits: 16_000,
  astNodes: 1_000,
  workUnits: 10_000,
  nestingDepth: 32,
  outputCodeUnits: 256_000,
  scratchBytes: 512_000,
  capabilityCalls: 1_000,
} satisfies TemplateRenderLimits;

/** Keys that the interpreter refuses to hold, even as data. */
const RESERVED_KEYS = ['__proto__', 'constructor', 'prototype'];

/**
 * The closed interpreter over one context, for the templates of one config: no
 * includes, no code, no regular expressions, no variables and macros of its
 * own, bounded work and output. The context is copied once; the characters that
 * filters work on are counted over all templates.
 */
export class Interpreter {
  /** @throws Error when the context nests too deep */
  static create(
    context: JsonObject,
    /** Of the templates that it will be given, those with loops. */
    { loops = 1 }: { loops?: number } = {},
  ): Interpreter {
    return new Interpreter(
      context,
      Math.min(
        RENDER_LIMITS.workUnits,
        Math.floor(LIMITS.loopWork / Math.max(1, loops)),
      ),
    );
  }

  private filterUses = 0;
  private filterChars = 0;
  private readonly renderer: TemplateRenderer;
  private readonly context: PreparedTemplateContext;

  private constructor(context: JsonObject, private readonly loopWork: number) {
    this.renderer = createTemplateRenderer({
      cookiecutterCompat: true,
      filters: meteredFilters(chars => this.spend(chars)),
    });
    this.context = this.renderer.prepareContext(
      withoutReserved(context) as TemplateContext,
    );
  }

  /** The value of a template that is one `{{ … }}`, else its text; `undefined` when the value is missing. */
  interpret(template: string): JsonValue | undefined {
    const problem = tagProblem(template);
    if (problem) {
      throw new Error(problem);
    }
    const value = this.renderer.renderValue(template, this.context, {
      limits: hasLoop(template)
        ? { ...RENDER_LIMITS, workUnits: this.loopWork }
        : RENDER_LIMITS,
    });
    // Frozen copies, maps and sets become plain JSON again.
    return value === undefined ? value : JSON.parse(JSON.stringify(value));
  }

  private spend(chars: number) {
    if (++this.filterUses > LIMITS.filterUses) {
      throw new Error(
        `the templates of one step use filters at most ${LIMITS.filterUses} times together`,
      );
    }
    this.filterChars += chars;
    if (this.filterChars > LIMITS.filterChars) {
      throw new Error(
        `the filters of one step work on at most ${LIMITS.filterChars} characters together`,
      );
    }
  }
}

/**
 * What is wrong with a template before any value is known, or `undefined`.
 *
 * @public
 */
export function syntaxError(template: string): string | undefined {
  const problem = tagProblem(template);
  if (problem) {
    return describeTemplateError(new Error(problem));
  }
  try {
    // Stops at the first step of the evaluation: a loop costs nothing here.
    checker.render(
      template,
      {},
      { limits: { ...RENDER_LIMITS, workUnits: 1 } },
    );
  } catch (error) {
    if ((error as { phase?: string }).phase === 'parse') {
      return describeTemplateError(error);
    }
  }
  return undefined;
}

const checker = createTemplateRenderer({ cookiecutterCompat: true });

/**
 * A sender may use reserved keys as labels; that must not stop a run, so they
 * are left out. Recursion is fine: the interpreter refuses deep values anyway.
 */
function withoutReserved(
  value: JsonValue | undefined,
  depth: number = 0,
): JsonValue | undefined {
  if (depth > 2 * LIMITS.bodyDepth) {
    throw new Error(`values nest at most ${2 * LIMITS.bodyDepth} deep`);
  }
  if (Array.isArray(value)) {
    return value.map(item => withoutReserved(item, depth + 1) ?? null);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !RESERVED_KEYS.includes(key))
      .map(([key, item]) => [key, withoutReserved(item, depth + 1)]),
  );
}

/** One sentence that says what is wrong and where, and holds no value of the context. */
export function describeTemplateError(error: unknown): string {
  if (error instanceof TemplateLimitError) {
    return `the template exceeds its limit of ${
      LIMIT_NAMES[error.limit ?? 'workUnits']
    }; make it smaller`;
  }
  return `the template cannot be rendered: ${(error as Error).message}`;
}

const LIMIT_NAMES: Record<keyof TemplateRenderLimits, string> = {
  sourceCodeUnits: `${RENDER_LIMITS.sourceCodeUnits} characters`,
  astNodes: `${RENDER_LIMITS.astNodes} parts`,
  workUnits: `${RENDER_LIMITS.workUnits} steps of work (or less, when several templates of a step have loops)`,
  nestingDepth: `${RENDER_LIMITS.nestingDepth} levels of nesting`,
  outputCodeUnits: `${RENDER_LIMITS.outputCodeUnits} characters of output`,
  scratchBytes: `${RENDER_LIMITS.scratchBytes} bytes for one filter`,
  capabilityCalls: `${RENDER_LIMITS.capabilityCalls} uses of filters`,
};
