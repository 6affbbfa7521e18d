import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  type IncidentEvent,
  type IncidentStatus,
  getPath,
} from 'backstage-plugin-workflows-common';
import {
  type FieldMapping,
  type MappedField,
  TEXT_FIELDS,
} from './readMapping';

/**
 * The event in a body, by the paths of a mapping.
 *
 * @throws InputError that names the path of what is missing or not understood
 */
export function mapBody(options: {
  body: JsonObject;
  receivedAt: string;
  mapping: FieldMapping;
}): IncidentEvent {
  const { body, receivedAt, mapping } = options;
  const text = (field: MappedField) => textAt(body, mapping.paths[field]);
  const required = (field: 'incidentKey' | 'title') => {
    const value = text(field);
    if (value === undefined) {
      throw new InputError(
        `${mapping.paths[field]}: is missing, and it is the incident's ${field}`,
      );
    }
    return value;
  };

  const occurredAt = text('occurredAt');
  return {
    incidentKey: required('incidentKey'),
    occurredAt:
      occurredAt === undefined
        ? receivedAt
        : parseTime(occurredAt, mapping.paths.occurredAt!),
    entityRef: text('entityRef'),
    patch: {
      ...Object.fromEntries(TEXT_FIELDS.map(field => [field, text(field)])),
      title: required('title'),
      status: statusOf(text('status'), mapping),
    },
  };
}

function textAt(body: JsonObject, path: string | undefined) {
  const value = path === undefined ? undefined : getPath(body, path);
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  if (typeof value === 'object') {
    throw new InputError(
      `${path}: must be text or a number, found ${
        Array.isArray(value) ? 'a list' : 'an object'
      }`,
    );
  }
  return String(value);
}

/** A sender without statuses only ever speaks of open incidents. */
function statusOf(text: string | undefined, mapping: FieldMapping) {
  if (!mapping.paths.status) {
    return 'triggered';
  }
  return text === undefined ? undefined : parseStatus(text, mapping);
}

function parseStatus(text: string, mapping: FieldMapping): IncidentStatus {
  const status = mapping.statuses.get(text.toLowerCase());
  if (!status) {
    throw new InputError(
      `${mapping.paths.status}: '${text.slice(
        0,
        100,
      )}' is none of the statuses in the configuration`,
    );
  }
  return status;
}

/** From here on a number is taken for milliseconds: in seconds it is the year 5138. */
const FIRST_MILLISECONDS = 100_000_000_000;

/** ISO 8601, or seconds or milliseconds since 1970, told apart by size. */
function parseTime(text: string, path: string): string {
  const ms = /^\d+(\.\d+)?$/.test(text)
    ? Number(text) * (Number(text) < FIRST_MILLISECONDS ? 1_000 : 1)
    : Date.parse(text);
  // Only four-digit years are what the rest of the world reads as ISO 8601.
  if (!(ms >= 0 && ms < Date.UTC(10_000, 0))) {
    throw new InputError(
      `${path}: '${text.slice(
        0,
        100,
      )}' is not a time in ISO 8601 or since 1970`,
    );
  }
  return new Date(ms).toISOString();
}
