import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentDetail } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { Disclosure } from '../Disclosure/Disclosure';
import { JsonBlock } from '../JsonBlock/JsonBlock';
import { IncidentExplain } from './explain/IncidentExplain';
import { IncidentExecutions } from './IncidentExecutions';
import { IncidentFacts } from './IncidentFacts';
import { IncidentHeader } from './IncidentHeader';
import { IncidentLabels } from './IncidentLabels';
import { IncidentTickets } from './IncidentTickets';
import { IncidentTimeline } from './timeline/IncidentTimeline';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
  },
  description: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
}));

/** An incident from its state to its history. */
export function IncidentView(props: { incident: IncidentDetail }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { incident } = props;
  return (
    <article className={classes.root}>
      <IncidentHeader incident={incident} />
      {incident.description && (
        <Typography className={classes.description}>
          {incident.description}
        </Typography>
      )}
      <IncidentFacts incident={incident} />
      <IncidentTickets incident={incident} />
      <IncidentLabels labels={incident.labels} />
      <IncidentExecutions incident={incident} />
      <IncidentExplain incidentId={incident.id} />
      <IncidentTimeline incidentId={incident.id} />
      {Object.keys(incident.metadata).length > 0 && (
        <Disclosure title={t('history.incident.metadata')}>
          <JsonBlock
            label={t('history.incident.metadata')}
            value={incident.metadata}
          />
        </Disclosure>
      )}
    </article>
  );
}
