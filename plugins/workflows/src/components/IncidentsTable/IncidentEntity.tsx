import Tooltip from '@material-ui/core/Tooltip';
import type { Incident } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { EntityLink } from '../EntityLink/EntityLink';

/** The entity of an incident, or the sender's name of the service with a hint that it is not in the catalog. */
export function IncidentEntity(props: { incident: Incident }) {
  const { t } = useTexts();
  const { entityRef, service } = props.incident;
  if (entityRef) {
    return <EntityLink entityRef={entityRef} />;
  }
  return (
    <Tooltip title={t('history.incidents.unresolvedHelp')}>
      <span>
        {service && `${service} `}
        <em>{`(${t('history.incidents.unresolved')})`}</em>
      </span>
    </Tooltip>
  );
}
