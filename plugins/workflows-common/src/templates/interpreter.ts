import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type PreparedTemplateContext,
  type TemplateContext,
  TemplateLimitError,
  TemplateRenderError,
  type TemplateRenderLimits,
  createTemplateRenderer,
} from 'nunjitsu';

/*
 * The closed interpreter: no includes, no code, no regular expressions, bounded
 * work and output. Everything that is particular to it stands in this file.
 */

const renderer = createTemplateRenderer({ cookiecutterCompat: true });

/**
 * Sized from measurements: a text with a condition, a loop over three items, a
 * filter and a dump takes under 50 work units and 60 nodes, and the worst
 * template found within these limits blocks the event loop for less than
 * 150 ms. (With 50,000 units `wordcount` in a loop took 300 ms, with 5,000
 * nodes parsing alone took 390 ms.)
 */
const RENDER_LIMITS: Partial<TemplateRenderLimits> = {
  sourceCodeUnits: 16_000,
  astNodes: 2_000,
  workUnits: 10_000,
  nestingDepth: 32,
  outputCodeUnits: 256_000,
};

/** Keys that the interpreter refuses to hold, even as data. */
const RESERVED_KEYS = ['__proto__', 'constructor', 'prototype'];

/**
 * A context for many templates. Keys that are reserved are left out: a sender
 * may use them as labels, and that must not stop a run.
 *
 * @throws Error when it nests too deep
 */
export function prepareContext(context: JsonObject): PreparedTemplateContext {
  return renderer.prepareContext(withoutReserved(context) as TemplateContext);
}

function withoutReserved(value: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(value)) {
    return value.map(item => withoutReserved(item) ?? null);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !RESERVED_KEYS.includes(key))
      .map(([key, item]) => [key, withoutReserved(item)]),
  );
}

/** The value of a template that is one `{{ … }}`, else its text; `undefined` when the value is missing. */
export function interpret(
  template: string,
  context: PreparedTemplateContext,
): JsonValue | undefined {
  const value = renderer.renderValue(template, context, {
    limits: RENDER_LIMITS,
  });
  // Frozen copies, maps and sets become plain JSON again.
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

/** What is wrong with a template before any value is known, or `undefined`. */
export function syntaxError(template: string): string | undefined {
  try {
    // Stops at the first step of the evaluation: a loop costs nothing here.
    renderer.render(
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

/** One sentence that says what is wrong and where, and names no value of the context. */
export function describeTemplateError(error: unknown): string {
  if (error instanceof TemplateLimitError) {
    return `the template exceeds its limit of ${
      LIMIT_NAMES[error.limit ?? ''] ?? 'work'
    }; make it smaller`;
  }
  if (error instanceof TemplateRenderError) {
    return `the template cannot be rendered: ${error.message}`;
  }
  return `the template cannot be rendered: ${(error as Error).message}`;
}

const LIMIT_NAMES: Record<string, string> = {
  sourceCodeUnits: `${RENDER_LIMITS.sourceCodeUnits} characters`,
  astNodes: `${RENDER_LIMITS.astNodes} parts`,
  workUnits: `${RENDER_LIMITS.workUnits} steps of work`,
  nestingDepth: `${RENDER_LIMITS.nestingDepth} levels of nesting`,
  outputCodeUnits: `${RENDER_LIMITS.outputCodeUnits} characters of output`,
};
