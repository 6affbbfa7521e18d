import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentDetail } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { DetailTitle } from '../DetailPage/DetailTitle';
import { IncidentStatusChip } from '../IncidentStatus/IncidentStatusChip';
import { Severity } from '../IncidentStatus/Severity';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { RunWorkflowButton } from '../RunByHand/RunWorkflowButton';
import { EditIncident } from './EditIncident';
import { webUrl } from './webUrl';

const useStyles = makeStyles(theme => ({
  actions: { display: 'flex', alignItems: 'center', gap: theme.spacing(2) },
}));

/** What happened, how it stands, and the way to where it was reported. */
export function IncidentHeader(props: { incident: IncidentDetail }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { incident } = props;
  const url = webUrl(incident.url);
  return (
    <DetailTitle
      title={incident.title || t('history.incidents.untitled')}
      line={
        <>
          <IncidentStatusChip status={incident.status} />
          {incident.severity && <Severity value={incident.severity} />}
          <RelativeTime iso={incident.startedAt} />
        </>
      }
      action={
        <div className={classes.actions}>
          {url && (
            <Link to={url} externalLinkIcon>
              {t('history.incident.openAtSource')}
            </Link>
          )}
          <RunWorkflowButton incidentId={incident.id} />
          <EditIncident incident={incident} />
        </div>
      }
    />
  );
}
