import type { IncidentStatus } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { StatusChip } from '../StatusChip/StatusChip';
import { INCIDENT_STATUS_LOOK } from './incidentStatusLook';

/** The status of an incident as icon and word. */
export function IncidentStatusChip(props: { status: IncidentStatus }) {
  const { t } = useTexts();
  return (
    <StatusChip
      {...INCIDENT_STATUS_LOOK[props.status]}
      label={t(`history.incidentStatus.${props.status}`)}
    />
  );
}
