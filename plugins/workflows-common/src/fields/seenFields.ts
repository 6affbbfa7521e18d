import type { JsonObject, JsonValue } from '@backstage/types';
import { getPath } from '../json';
import {
  type FieldDescriptor,
  type FieldType,
  type SeenValue,
  operatorsFor,
} from './descriptor';
import { KNOWN_FIELDS } from './knownFields';

/** Fields beyond the known ones, the most frequent. */
const MAX_FIELDS = 300;
/** Values of each field, the most frequent. */
const MAX_VALUES = 20;
/** Longer ones are no choice to offer. */
const MAX_VALUE_CHARS = 120;
/** How far below an open field is looked. */
const MAX_DEPTH = 4;

/** What is different each time is no choice to offer, either. */
const NO_CHOICES = ['title', 'description', 'url', 'incidentKey'];

/**
 * The known fields with the values that they have in some contexts, and the
 * fields that only the contexts know: labels, the sources' own, and what the
 * entities hold. Pure, and bounded.
 *
 * @param contexts - what conditions looked at: incidents with `entity`
 * @public
 */
export function seenFields(contexts: readonly JsonObject[]): FieldDescriptor[] {
  const seen = new Map<string, Seen>();
  for (const context of contexts) {
    for (const [path, value] of leaves(context)) {
      note(seen, path, value);
    }
  }
  const known = KNOWN_FIELDS.map(field => {
    const values = topValues(seen.get(field.path));
    return values.length > 0 ? { ...field, values } : { ...field };
  });
  const paths = new Set(KNOWN_FIELDS.map(({ path }) => path));
  const further = [...seen]
    .filter(([path]) => !paths.has(path))
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, MAX_FIELDS)
    .map(([path, found]) => describe(path, found))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...known, ...further];
}

/** What was seen of one field. */
interface Seen {
  /** Contexts that have it. */
  count: number;
  types: Set<FieldType>;
  values: Map<string, SeenValue>;
}

/** Every field of a context that may be a choice, with its value. */
function* leaves(context: JsonObject): Generator<[string, JsonValue]> {
  for (const { path, open, type } of KNOWN_FIELDS) {
    const value = getPath(context, path);
    if (open) {
      yield* below(path, value, MAX_DEPTH);
    } else if (
      value !== undefined &&
      type !== 'time' &&
      !NO_CHOICES.includes(path) &&
      // Below `entity`, which is open, it is found anyway.
      !path.startsWith('entity.')
    ) {
      yield [path, value];
    }
  }
}

function* below(
  path: string,
  value: JsonValue | undefined,
  depth: number,
): Generator<[string, JsonValue]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    const at = `${path}.${key}`;
    if (item === undefined || item === null) {
      continue;
    }
    if (typeof item !== 'object' || Array.isArray(item)) {
      yield [at, item];
    } else if (depth > 1 && !isOpen(at)) {
      yield* below(at, item, depth - 1);
    }
  }
}

/** Visited by itself. */
function isOpen(path: string): boolean {
  return KNOWN_FIELDS.some(field => field.open && field.path === path);
}

function note(seen: Map<string, Seen>, path: string, value: JsonValue): void {
  const found = seen.get(path) ?? {
    count: 0,
    types: new Set<FieldType>(),
    values: new Map<string, SeenValue>(),
  };
  seen.set(path, found);
  found.count++;
  found.types.add(typeOf(value));
  for (const item of new Set(Array.isArray(value) ? value : [value])) {
    if (isChoice(item)) {
      const key = JSON.stringify(item);
      const count = (found.values.get(key)?.count ?? 0) + 1;
      found.values.set(key, { value: item, count });
    }
  }
}

function isChoice(value: unknown): value is SeenValue['value'] {
  return typeof value === 'string'
    ? value !== '' && value.length <= MAX_VALUE_CHARS
    : ['number', 'boolean'].includes(typeof value);
}

function typeOf(value: JsonValue): FieldType {
  if (Array.isArray(value)) {
    return 'list';
  }
  return typeof value === 'number' || typeof value === 'boolean'
    ? (typeof value as 'number' | 'boolean')
    : 'text';
}

function topValues(seen: Seen | undefined): SeenValue[] {
  return [...(seen?.values.values() ?? [])]
    .sort(
      (a, b) =>
        b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1),
    )
    .slice(0, MAX_VALUES);
}

function describe(path: string, seen: Seen): FieldDescriptor {
  const type = seen.types.size === 1 ? [...seen.types][0] : 'text';
  const root = path.split('.')[0];
  const values = topValues(seen);
  return {
    path,
    type,
    title: path.slice(root.length + 1),
    description: BELOW[root],
    operators: operatorsFor(type),
    watchable: root !== 'entity',
    open: false,
    ...(values.length > 0 && { values }),
  };
}

const BELOW: Record<string, string> = {
  labels: 'A label that the sender gave.',
  metadata: 'A field of the source.',
  entity: 'Of the entity, as the catalog has it.',
};
