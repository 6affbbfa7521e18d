import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type {
  Condition,
  IncidentStatus,
} from 'backstage-plugin-workflows-common';
import { type TimeFormat, readTimeFormat } from './mappedTime';
import { FIELDS, type MappedField } from './mappedFields';
import { readConditions } from './readConditions';
import { readStatuses } from './readStatuses';

type ByField = Partial<Record<MappedField, string>>;

/** Where a sender says what; all paths are dot paths into an event. */
export interface EventMapping {
  paths: ByField & { incidentKey: string };
  /** What is said where the sender says nothing. */
  constants: ByField;
  /** Paths by the name of the label. */
  labels: Record<string, string>;
  /** Paths by the name in `metadata`. */
  metadata: Record<string, string>;
  /** Paths by the catalog's annotation. */
  entityAnnotations: Record<string, string>;
  /** Our status by the sender's, which is in lower case. */
  statuses: Map<string, IncidentStatus>;
  times: TimeFormat;
  /** Each says that the incident was escalated. */
  escalated: Condition[];
}

/**
 * The part of a source's configuration that says where an event says what.
 *
 * @throws InputError that names the key of what is wrong
 */
export function readMapping(
  config: Config,
  defaults: ByField = {},
): EventMapping {
  const paths = { ...defaults, ...readFields(config, 'fields') };
  const constants = readFields(config, 'constants');
  const { incidentKey } = paths;
  if (!incidentKey) {
    throw new InputError('fields.incidentKey must name a path into the body');
  }
  if (!paths.title && !constants.title) {
    throw new InputError('fields.title must name a path into the body');
  }
  for (const field of ['incidentKey', 'occurredAt'] as const) {
    if (constants[field]) {
      throw new InputError(
        `constants.${field} cannot be the same for all events`,
      );
    }
  }
  const statuses = readStatuses(config.getOptional('statuses'));
  const { status } = constants;
  if (status && !statuses.has(status.toLowerCase())) {
    throw new InputError(`constants.status is none of the statuses`);
  }
  return {
    paths: { ...paths, incidentKey },
    constants,
    labels: readTexts(config, 'labels'),
    metadata: readTexts(config, 'metadata'),
    entityAnnotations: readTexts(config, 'entityAnnotations'),
    statuses,
    times: readTimeFormat(config),
    escalated: readConditions(config, 'escalated'),
  };
}

function readFields(config: Config, key: string): ByField {
  const texts = readTexts(config, key);
  for (const name of Object.keys(texts)) {
    if (!FIELDS.some(field => field === name)) {
      throw new InputError(
        `${key}.${name} is not a field of incidents; these are ${FIELDS.join(
          ', ',
        )}`,
      );
    }
  }
  return texts;
}

/** Read as a whole, since the keys may hold dots. */
function readTexts(config: Config, key: string): Record<string, string> {
  const value = config.getOptional(key) ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new InputError(`${key} must be texts by name`);
  }
  for (const [name, text] of Object.entries(value)) {
    if (typeof text !== 'string' || text === '') {
      throw new InputError(`${key}.${name} must be a text`);
    }
  }
  return value as Record<string, string>;
}
