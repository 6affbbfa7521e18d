import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type IncidentEvent,
  type IncidentStatus,
  getPath,
} from 'backstage-plugin-workflows-common';
import { said } from '../said';
import { type MappedField, TEXT_FIELDS } from './mappedFields';
import { mappedTime } from './mappedTime';
import { firstThatHolds } from './readConditions';
import type { EventMapping } from './readMapping';

/**
 * What a sender's event says of an incident, by the paths of a mapping. Only the
 * incident's key has to be there: a sender may say no more than what changed.
 *
 * @throws InputError that names the path of what is missing or not understood
 */
export function mapEvent(options: {
  event: JsonObject;
  receivedAt: string;
  mapping: EventMapping;
  /** Before the paths in errors, for example `items.3.`. */
  place: string;
  /** What the kind of event says, whatever its fields do. */
  status?: IncidentStatus | 'unchanged';
}): IncidentEvent {
  const { event, receivedAt, mapping, place } = options;
  const { paths, constants } = mapping;
  const at = (path: string) => textAt(event, path, place);
  const text = (field: MappedField) => {
    const path = paths[field];
    return (path && at(path)) ?? constants[field];
  };
  const texts = (byName: Record<string, string>) =>
    said(mapValues(byName, at)) as Record<string, string>;

  const incidentKey = text('incidentKey');
  if (incidentKey === undefined) {
    throw new InputError(
      `${place}${paths.incidentKey}: is missing, and it is the incident's key`,
    );
  }
  const occurredAt = text('occurredAt');
  const status =
    options.status && options.status !== 'unchanged'
      ? options.status
      : statusOf(text('status'), mapping, place) ??
        impliedStatus(options.status, mapping);
  return {
    incidentKey,
    occurredAt:
      occurredAt === undefined
        ? receivedAt
        : mappedTime(occurredAt, place + paths.occurredAt, mapping.times),
    ...said({
      entityRef: text('entityRef'),
      entityAnnotations: texts(mapping.entityAnnotations),
    }),
    ...(firstThatHolds(mapping.escalated, event) >= 0 && { escalated: true }),
    patch: said({
      ...Object.fromEntries(TEXT_FIELDS.map(field => [field, text(field)])),
      status,
      labels: texts(mapping.labels),
      metadata: said(
        mapValues(mapping.metadata, path => getPath(event, path)),
      ) as Record<string, JsonValue>,
    }),
  };
}

function textAt(event: JsonObject, path: string, place: string) {
  const value = getPath(event, path);
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  if (typeof value === 'object') {
    throw new InputError(
      `${place}${path}: must be text or a number, found ${
        Array.isArray(value) ? 'a list' : 'an object'
      }`,
    );
  }
  return String(value);
}

/** A sender that never speaks of statuses only ever speaks of open incidents. */
function impliedStatus(
  kind: 'unchanged' | undefined,
  { paths }: EventMapping,
): IncidentStatus | undefined {
  return kind === 'unchanged' || paths.status ? undefined : 'triggered';
}

function statusOf(
  text: string | undefined,
  { paths, statuses }: EventMapping,
  place: string,
): IncidentStatus | undefined {
  if (text === undefined) {
    return undefined;
  }
  const status = statuses.get(text.toLowerCase());
  if (!status) {
    throw new InputError(
      `${place}${paths.status}: '${text.slice(
        0,
        100,
      )}' is none of the statuses in the configuration`,
    );
  }
  return status;
}

function mapValues<T>(
  paths: Record<string, string>,
  valueAt: (path: string) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, valueAt(path)]),
  );
}
