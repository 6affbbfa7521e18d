import { InputError } from '@backstage/errors';
import {
  INCIDENT_STATUSES,
  type IncidentStatus,
} from 'backstage-plugin-workflows-common';

/**
 * Our status by the sender's, which is in lower case. Our own names of statuses
 * always stand for themselves, unless the configuration says otherwise.
 *
 * @throws InputError that names the key of what is wrong
 */
export function readStatuses(
  configured: unknown,
  key: string = 'statuses',
): Map<string, IncidentStatus> {
  const statuses = new Map<string, IncidentStatus>(
    INCIDENT_STATUSES.map(status => [status, status]),
  );
  for (const [theirs, value] of Object.entries(configured ?? {})) {
    statuses.set(theirs.toLowerCase(), parseStatus(value, `${key}.${theirs}`));
  }
  return statuses;
}

/** @throws InputError that names the key */
export function parseStatus(value: unknown, key: string): IncidentStatus {
  const ours = INCIDENT_STATUSES.find(status => status === value);
  if (!ours) {
    throw new InputError(
      `${key} must be one of ${INCIDENT_STATUSES.join(', ')}`,
    );
  }
  return ours;
}
