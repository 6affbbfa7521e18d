import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  IncidentChange,
  IncidentContext,
} from 'backstage-plugin-workflows-common';
import { isDeepStrictEqual } from 'node:util';

/** Fields whose keys are told one by one. */
const BY_KEY: ReadonlySet<string> = new Set([
  'labels',
  'metadata',
  'entityAnnotations',
]);
/** What follows from the others, or names the row. */
const NOT_TOLD: ReadonlySet<string> = new Set([
  'id',
  'sourceId',
  'incidentKey',
  'createdAt',
  'updatedAt',
  'startedAt',
  'statusSince',
  'entityResolution',
]);

/**
 * What an event changed, from what was stored with it: every field of an
 * incident that was new, else those that became other ones. Pure.
 */
export function changesOf(context: IncidentContext): IncidentChange[] {
  const { incident, change, previous } = context;
  const is = incident as unknown as JsonObject;
  const isNew = change !== undefined && change.from === undefined;
  const fields = isNew ? Object.keys(is) : Object.keys(previous ?? {});
  return fields
    .filter(field => !NOT_TOLD.has(field))
    .flatMap(field => {
      const was = isNew ? undefined : previous?.[field];
      return BY_KEY.has(field)
        ? byKey(field, asObject(was), asObject(is[field]))
        : [toChange(field, was, is[field])];
    });
}

function byKey(
  field: string,
  was: JsonObject,
  is: JsonObject,
): IncidentChange[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter(key => !isDeepStrictEqual(was[key], is[key]))
    .map(key => toChange(`${field}.${key}`, was[key], is[key]));
}

function toChange(
  field: string,
  from: JsonValue | undefined,
  to: JsonValue | undefined,
): IncidentChange {
  return {
    field,
    ...(from !== undefined && from !== null && { from }),
    ...(to !== undefined && to !== null && { to }),
  };
}

function asObject(value: JsonValue | undefined): JsonObject {
  return value && typeof value === 'object' && !Array.isArray(value)
    ? value
    : {};
}
