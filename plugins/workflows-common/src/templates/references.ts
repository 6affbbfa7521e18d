import type { JsonValue } from '@backstage/types';
import { isSecretRef } from '../actions/secretRef';
import { isTemplate } from './syntax';

/**
 * A reference that a config makes, with its place.
 *
 * @public
 */
export interface ConfigReference {
  name: string;
  path: string;
}

/** Calls `visit` with every leaf of a config and its path. */
function visitLeaves(
  value: JsonValue | undefined,
  path: string,
  visit: (leaf: JsonValue, path: string) => void,
): void {
  if (value && typeof value === 'object' && !isSecretRef(value)) {
    for (const [key, item] of Object.entries(value)) {
      visitLeaves(item as JsonValue, path ? `${path}.${key}` : key, visit);
    }
  } else if (value !== undefined) {
    visit(value, path);
  }
}

/**
 * The secrets that a config names.
 *
 * @public
 */
export function secretReferences(config: JsonValue): ConfigReference[] {
  const found: ConfigReference[] = [];
  visitLeaves(config, '', (leaf, path) => {
    if (isSecretRef(leaf)) {
      found.push({ name: leaf.secret, path });
    }
  });
  return found;
}

/** The leaves of a config that are templates. */
export function templateLeaves(
  config: JsonValue,
): Array<{ template: string; path: string }> {
  const found: Array<{ template: string; path: string }> = [];
  visitLeaves(config, '', (leaf, path) => {
    if (typeof leaf === 'string' && isTemplate(leaf)) {
      found.push({ template: leaf, path });
    }
  });
  return found;
}

const STEP =
  /(?<![\w.])steps(?:\.([A-Za-z0-9_]+)|\[\s*['"]([A-Za-z0-9_-]+)['"]\s*\])/g;

/** The earlier steps that a config's templates name as `steps.<id>` or `steps['<id>']`. */
export function stepReferences(config: JsonValue): ConfigReference[] {
  return templateLeaves(config).flatMap(({ template, path }) =>
    expressions(template).flatMap(expression =>
      [...expression.matchAll(STEP)].map(match => ({
        name: match[1] ?? match[2],
        path,
      })),
    ),
  );
}

/** What stands between `{{ }}` and `{% %}`; one pass, whatever the template. */
function expressions(template: string): string[] {
  const found: string[] = [];
  let at = 0;
  for (;;) {
    const start = template.slice(at).search(/\{[{%]/);
    if (start < 0) {
      return found;
    }
    const from = at + start + 2;
    const end = template.indexOf(
      template[from - 1] === '{' ? '}}' : '%}',
      from,
    );
    if (end < 0) {
      return found;
    }
    found.push(template.slice(from, end));
    at = end + 2;
  }
}
