import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { WorkflowExecution } from 'backstage-plugin-workflows-common';
import { incidentRouteRef } from '../../../routes';
import { TriggerName } from '../../ExecutionsTable/TriggerName';

/** What fired the run. */
export function TriggerDetails(props: { execution: WorkflowExecution }) {
  const incidentPath = useRouteRef(incidentRouteRef);
  const { trigger, incidentId, incidentTitle } = props.execution;
  return (
    <Typography variant="body2">
      <TriggerName trigger={trigger} />
      {incidentId && (
        <>
          {': '}
          <Link to={incidentPath({ id: incidentId })}>
            {incidentTitle || incidentId}
          </Link>
        </>
      )}
    </Typography>
  );
}
