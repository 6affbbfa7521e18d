import { LIMITS } from '../limits';
import type { DefinitionProblem } from './problems';

/** A value's place, as a chain so that walking on costs one object. */
interface Place {
  value: unknown;
  depth: number;
  key: string;
  parent?: Place;
}

/**
 * Why an untrusted value is too large, nests too deep or holds a reserved key,
 * or `undefined`. Looks no further than the limits allow and does not recurse,
 * so it comes before everything else.
 */
export function sizeProblem(value: unknown): DefinitionProblem | undefined {
  return countProblem(value) ?? extentProblem(value);
}

function countProblem(value: unknown): DefinitionProblem | undefined {
  for (const part of ['nodes', 'edges', 'notes'] as const) {
    const list = (value as Record<string, unknown> | null)?.[part];
    if (Array.isArray(list) && list.length > LIMITS[part]) {
      return tooLarge(
        part,
        `a workflow has at most ${LIMITS[part]} ${part}, found ${list.length}`,
      );
    }
  }
  return undefined;
}

function extentProblem(value: unknown): DefinitionProblem | undefined {
  let chars = 0;
  const open: Place[] = [{ value, depth: 0, key: '' }];
  while (open.length > 0) {
    const place = open.pop()!;
    chars += place.key.length + scalarChars(place.value);
    if (place.key === '__proto__') {
      return {
        code: 'schema',
        severity: 'error',
        path: pathOf(place),
        message: 'the key "__proto__" is reserved; rename it',
      };
    }
    if (chars > LIMITS.definitionChars) {
      return tooLarge(
        '',
        `a workflow definition holds at most ${LIMITS.definitionChars} characters; shorten its texts or split it`,
      );
    }
    if (typeof place.value !== 'object' || place.value === null) {
      continue;
    }
    if (place.depth > LIMITS.bodyDepth) {
      return tooLarge(
        pathOf(place).slice(0, 200),
        `values nest at most ${LIMITS.bodyDepth} deep`,
      );
    }
    for (const [key, child] of Object.entries(place.value)) {
      open.push({ value: child, depth: place.depth + 1, key, parent: place });
    }
  }
  return undefined;
}

/** At least two for every value: its comma and its quote or bracket. */
function scalarChars(value: unknown): number {
  return typeof value === 'string' ? value.length + 2 : 2;
}

function pathOf(place: Place): string {
  const keys: string[] = [];
  for (let at: Place | undefined = place; at?.parent; at = at.parent) {
    keys.push(at.key);
  }
  return keys.reverse().join('.');
}

function tooLarge(path: string, message: string): DefinitionProblem {
  return { code: 'too_large', severity: 'error', path, message };
}
