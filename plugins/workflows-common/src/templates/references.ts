import type { JsonValue } from '@backstage/types';
import { isSecretRef } from '../actions/secretRef';
import { isTemplate } from './render';

/**
 * Calls `visit` with every leaf of a config and its path.
 */
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

/** A reference that a config makes, with its place. */
export interface ConfigReference {
  name: string;
  path: string;
}

/** The secrets that a config names. */
export function secretReferences(config: JsonValue): ConfigReference[] {
  const found: ConfigReference[] = [];
  visitLeaves(config, '', (leaf, path) => {
    if (isSecretRef(leaf)) {
      found.push({ name: leaf.secret, path });
    }
  });
  return found;
}

/** The earlier steps that a config's templates name as `steps.<id>` or `steps['<id>']`. */
export function stepReferences(config: JsonValue): ConfigReference[] {
  const found: ConfigReference[] = [];
  visitLeaves(config, '', (leaf, path) => {
    if (typeof leaf !== 'string' || !isTemplate(leaf)) {
      return;
    }
    for (const [, expression] of leaf.matchAll(/\{[{%](.*?)[}%]\}/gs)) {
      for (const match of expression.matchAll(
        /\bsteps(?:\.([A-Za-z0-9_]+)|\[\s*['"]([A-Za-z0-9_-]+)['"]\s*\])/g,
      )) {
        found.push({ name: match[1] ?? match[2], path });
      }
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
