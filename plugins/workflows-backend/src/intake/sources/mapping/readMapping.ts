import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  INCIDENT_STATUSES,
  type IncidentStatus,
} from 'backstage-plugin-workflows-common';

const TEXT_FIELDS = [
  'title',
  'severity',
  'priority',
  'service',
  'team',
  'assignee',
  'url',
  'description',
] as const;

const FIELDS = [
  'incidentKey',
  'status',
  'entityRef',
  'occurredAt',
  ...TEXT_FIELDS,
] as const;

const REQUIRED = ['incidentKey', 'title'] as const;

export type MappedField = (typeof FIELDS)[number];
export type MappedTextField = (typeof TEXT_FIELDS)[number];

/** Where a generic sender says what. */
export interface FieldMapping {
  /** Dot paths into the body. */
  paths: Partial<Record<MappedField, string>> &
    Record<(typeof REQUIRED)[number], string>;
  /** Our status by the sender's, which is in lower case. */
  statuses: Map<string, IncidentStatus>;
}

export { TEXT_FIELDS };

/**
 * The `fields` and `statuses` of a generic source. Our own names of statuses
 * always stand for themselves.
 *
 * @throws InputError that names the key of what is wrong
 */
export function readFieldMapping(config: Config): FieldMapping {
  const fields = config.getOptionalConfig('fields');
  const paths: Partial<Record<MappedField, string>> = {};
  for (const key of fields?.keys() ?? []) {
    const field = FIELDS.find(name => name === key);
    if (!field) {
      throw new InputError(
        `fields.${key} is not a field of incidents; these are ${FIELDS.join(
          ', ',
        )}`,
      );
    }
    paths[field] = fields!.getString(key);
  }
  for (const field of REQUIRED) {
    if (!paths[field]) {
      throw new InputError(`fields.${field} must name a path into the body`);
    }
  }
  return {
    paths: paths as FieldMapping['paths'],
    statuses: readStatuses(config.getOptional('statuses')),
  };
}

function readStatuses(configured: unknown): Map<string, IncidentStatus> {
  const statuses = new Map<string, IncidentStatus>(
    INCIDENT_STATUSES.map(status => [status, status]),
  );
  for (const [theirs, value] of Object.entries(configured ?? {})) {
    const ours = INCIDENT_STATUSES.find(status => status === value);
    if (!ours) {
      throw new InputError(
        `statuses.${theirs} must be one of ${INCIDENT_STATUSES.join(', ')}`,
      );
    }
    statuses.set(theirs.toLowerCase(), ours);
  }
  return statuses;
}
