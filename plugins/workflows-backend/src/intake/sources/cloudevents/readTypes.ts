import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { IncidentStatus } from 'backstage-plugin-workflows-common';
import { parseStatus } from '../mapping/readStatuses';

/** What each type of event says of the status; `unchanged` for nothing. */
export type StatusByType = Map<string, IncidentStatus | 'unchanged'>;

/**
 * The `types` of a source: those events that are about incidents. Undefined when
 * all of them are.
 *
 * @throws InputError that names the key of what is wrong
 */
export function readTypes(config: Config): StatusByType | undefined {
  const configured = config.getOptional('types');
  if (configured === undefined) {
    return undefined;
  }
  if (typeof configured !== 'object' || Array.isArray(configured)) {
    throw new InputError('types must be statuses by type');
  }
  return new Map(
    Object.entries(configured ?? {}).map(([type, status]) => [
      type,
      status === 'unchanged'
        ? status
        : parseStatus(status, `types.${type}, unless it is 'unchanged',`),
    ]),
  );
}
