import type { z } from 'zod';
import { isOfFieldValue } from './fieldValues';
import { type DefinitionProblem, blocksSaving } from './problems';

type Issue = z.core.$ZodIssue;
type Path = PropertyKey[];

/**
 * The schema's complaints as problems. A union complains once for each of its
 * shapes; what is shown is what keeps the value from being the shape that it is
 * closest to, with its exact place. Those that no draft may have come first.
 *
 * @public
 */
export function schemaProblems(
  issues: readonly Issue[],
  value: unknown,
): DefinitionProblem[] {
  return issues
    .flatMap(issue => innermost(issue, []))
    .map(({ issue, path }): DefinitionProblem => {
      const nodeId =
        path[0] === 'nodes' ? valueAt(value, [...path.slice(0, 2), 'id']) : 0;
      const place = path.map(String).join('.');
      const found = valueAt(value, path);
      return {
        code: isOfFieldValue(issue, place, found) ? 'field_value' : 'schema',
        severity: 'error',
        ...(typeof nodeId === 'string' ? { nodeId } : {}),
        path: place,
        message: describe(issue, found),
      };
    })
    .sort((a, b) => Number(blocksSaving(b)) - Number(blocksSaving(a)))
    .filter(firstOfItsPath());
}

/** What is empty need not be told that it is no URL either. */
function firstOfItsPath() {
  const seen = new Set<string>();
  return ({ path }: DefinitionProblem) => {
    const isFirst = !seen.has(path);
    seen.add(path);
    return isFirst;
  };
}

function innermost(
  issue: Issue,
  base: Path,
): Array<{ issue: Issue; path: Path }> {
  const path = [...base, ...issue.path];
  switch (issue.code) {
    case 'invalid_union': {
      const closest = closestShape(issue.errors);
      return closest
        ? closest.flatMap(inner => innermost(inner, path))
        : [{ issue, path }];
    }
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap(inner => innermost(inner, path));
    case 'unrecognized_keys':
      return issue.keys.map(key => ({ issue, path: [...path, key] }));
    default:
      return [{ issue, path }];
  }
}

/** The shape with the fewest faults at its top, or none when the value is of another kind altogether. */
function closestShape(shapes: Issue[][]): Issue[] | undefined {
  const distances = shapes.map(issues =>
    issues.reduce((sum, issue) => sum + distance(issue), 0),
  );
  const least = Math.min(...distances);
  return least < ANOTHER_KIND ? shapes[distances.indexOf(least)] : undefined;
}

const ANOTHER_KIND = 100;

function distance(issue: Issue): number {
  if (issue.code === 'invalid_type' && issue.path.length === 0) {
    return ANOTHER_KIND;
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.path.length === 0 ? issue.keys.length : 0;
  }
  if (issue.code === 'invalid_union' && issue.errors.length === 0) {
    return ANOTHER_KIND / 2;
  }
  return issue.path.length <= 1 ? 1 : 0;
}

function describe(issue: Issue, found: unknown): string {
  if (issue.code === 'invalid_type' && !issue.message.startsWith(GENERIC)) {
    return issue.message;
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'is not known here; remove it or check its spelling';
    case 'invalid_type':
      return found === undefined
        ? required(issue.expected)
        : `must be ${KIND[issue.expected] ?? issue.expected}, found ${kind(
            found,
          )}`;
    case 'invalid_value':
      return oneOf(issue.values.map(String), found);
    case 'invalid_union':
      return issue.errors.length === 0 && 'options' in issue
        ? oneOf((issue.options as unknown[]).map(String), found)
        : `${issue.message}, found ${kind(found)}`;
    default:
      return issue.message;
  }
}

function required(expected: string): string {
  // Nearly everything that a person writes is text.
  return expected === 'string'
    ? 'is required'
    : `is required: ${KIND[expected] ?? expected}`;
}

/** How zod's own messages begin; others were written for the field. */
const GENERIC = 'Invalid input';

const KIND: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

function oneOf(options: string[], found: unknown): string {
  const wanted =
    options.length === 1
      ? `must be ${options[0]}`
      : `must be one of ${options.join(', ')}`;
  return found === undefined
    ? `is required and ${wanted}`
    : `${wanted}; found ${kind(found)}`;
}

function kind(value: unknown): string {
  if (value === undefined || value === null) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  if (typeof value === 'object') {
    return 'an object';
  }
  const text = String(value);
  return typeof value === 'string'
    ? JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
    : text;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}
