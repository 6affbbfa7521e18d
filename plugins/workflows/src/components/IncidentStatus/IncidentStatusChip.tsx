import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentStatus } from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../translation';
import { StatusChip } from '../StatusChip/StatusChip';
import { INCIDENT_STATUS_LOOK } from './incidentStatusLook';

/** The status of an incident as icon and word. */
export function IncidentStatusChip(props: { status: IncidentStatus }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  return (
    <StatusChip
      {...INCIDENT_STATUS_LOOK[props.status]}
      label={t(`history.incidentStatus.${props.status}`)}
    />
  );
}
