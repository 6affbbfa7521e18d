import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What one incident is: an alert, a group, or those of a group with the same labels. */
export type IncidentPer = 'alert' | 'group' | { labels: string[] };

/**
 * The `incidentPer` of a source; `alert` when it says none.
 *
 * @throws InputError when it is something else
 */
export function readIncidentPer(config: Config): IncidentPer {
  const value = config.getOptional('incidentPer') ?? 'alert';
  if (value === 'alert' || value === 'group') {
    return value;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new InputError(
      `incidentPer must be 'alert', 'group' or { labels: [names] }, found '${value}'`,
    );
  }
  const labels = config.getStringArray('incidentPer.labels');
  if (labels.length === 0) {
    throw new InputError('incidentPer.labels must name at least one label');
  }
  return { labels };
}
