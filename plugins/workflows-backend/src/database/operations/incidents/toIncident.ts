import type {
  EntityResolution,
  FoldedIncident,
  Incident,
} from 'backstage-plugin-workflows-common';
import { fromJson, fromOptionalJson, toIso } from '../../conversion';
import type { IncidentRow } from '../../rows';

/** An incident as the API, templates and conditions see it. */
export function toIncident(row: IncidentRow): Incident {
  const {
    entityRef: _said,
    entityByHand: _set,
    ...folded
  } = fromJson<FoldedIncident>(row.folded);
  const entityResolution = fromOptionalJson<EntityResolution>(
    row.entity_resolution,
  );
  return {
    ...folded,
    id: row.id,
    sourceId: row.source_id,
    incidentKey: row.incident_key,
    ...(row.entity_ref && { entityRef: row.entity_ref }),
    ...(row.owner_ref && { ownerRef: row.owner_ref }),
    ...(row.system_ref && { systemRef: row.system_ref }),
    ...(entityResolution && { entityResolution }),
    createdAt: toIso(row.created_at),
    updatedAt: toIso(row.updated_at),
  };
}
