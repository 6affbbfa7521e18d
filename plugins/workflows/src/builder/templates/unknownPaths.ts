import { type TemplatePath, written } from './TemplatePath';
import { type Reference, referencesIn } from './references';

/** A path that nothing is known of. */
export interface UnknownPath extends Reference {
  path: string;
  /** `unseen` may be there some day, as labels may; `unknown` cannot. */
  kind: 'unknown' | 'unseen';
  /** One that is known and spelled much alike. */
  instead?: string;
}

/**
 * Paths of a text's templates that the step cannot have, or that no incident had
 * so far. Earlier steps that there are not are told of by the validation.
 */
export function unknownPaths(
  text: string,
  known: readonly TemplatePath[],
): UnknownPath[] {
  const paths = new Map(known.map(path => [path.path, path]));
  const all = [...paths.keys()];
  const isThere = (path: string) =>
    paths.has(path) ||
    all.some(
      other => other.startsWith(`${path}.`) || other.startsWith(`${path}[`),
    );
  return referencesIn(text).flatMap(reference => {
    const keys =
      reference.keys[0] === 'trigger' && reference.keys[1] === 'incident'
        ? ['incident', ...reference.keys.slice(2)]
        : reference.keys;
    if (keys[0] === 'steps' && !isThere(written(keys.slice(0, 2)))) {
      return [];
    }
    const path = written(keys);
    if (isThere(path)) {
      return [];
    }
    // The nearest of its parents that is known decides.
    const parent = keys
      .map((_, index) => paths.get(written(keys.slice(0, -1 - index))))
      .find(Boolean);
    const isOpen = parent && (parent.open || parent.type === 'list');
    if (isOpen && !hasSeen(parent.path, all)) {
      return [];
    }
    const instead = nearest(path, all);
    return [
      {
        ...reference,
        path: written(reference.keys),
        kind: isOpen ? ('unseen' as const) : ('unknown' as const),
        ...(instead && { instead }),
      },
    ];
  });
}

/** Whether something is known of what is below an open path. */
function hasSeen(parent: string, all: readonly string[]) {
  return (
    !parent.startsWith('steps') &&
    all.some(
      path => path.startsWith(`${parent}.`) || path.startsWith(`${parent}[`),
    )
  );
}

/** The path that is at most two letters away, if there is one. */
function nearest(path: string, all: readonly string[]): string | undefined {
  return all
    .filter(other => Math.abs(other.length - path.length) <= 2)
    .map(other => ({ other, distance: distance(path, other) }))
    .filter(found => found.distance <= 2)
    .sort((a, b) => a.distance - b.distance)[0]?.other;
}

/** How many letters one text is away from another (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min(
          row[j] + 1,
          next[j - 1] + 1,
          row[j - 1] + Number(a[i - 1] !== b[j - 1]),
        ),
      );
    }
    row = next;
  }
  return row[b.length];
}
