import { EXECUTION_ID_HEADER } from 'backstage-plugin-workflows-common';
import { fromJson } from '../database/conversion';
import type { IncidentDeliveryRow } from '../database/rows';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The execution that a delivery says it comes from: a request of a run carries
 * its id, and whoever passes it on lets a circle of runs be seen. It gives no
 * rights; at worst a run is skipped with its reason.
 */
export function causingExecution({
  headers,
}: Pick<IncidentDeliveryRow, 'headers'>): string | undefined {
  const value =
    fromJson<Record<string, string>>(headers)[
      EXECUTION_ID_HEADER.toLowerCase()
    ];
  return value && UUID.test(value) ? value : undefined;
}
