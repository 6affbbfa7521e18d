import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { INCIDENT_STATUSES } from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../../translation';
import { EntityLink } from '../../EntityLink/EntityLink';
import { IncidentStatusChip } from '../../IncidentStatus/IncidentStatusChip';
import { JsonBlock } from '../../JsonBlock/JsonBlock';
import type { SaidValue } from './toTimeline';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: `${theme.spacing(12)}px minmax(0, 1fr)`,
    alignItems: 'baseline',
    gap: theme.spacing(1),
  },
  name: { color: theme.palette.text.secondary },
  value: { margin: 0, overflowWrap: 'anywhere' },
}));

/** One field of an incident with what an event said it is. */
export function SaidValueLine(props: { said: SaidValue }) {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  const label = t(`history.incident.field.${props.said.field}`);
  return (
    <div className={classes.root}>
      <dt className={classes.name}>{label}</dt>
      <dd className={classes.value}>
        <Value said={props.said} label={label} />
      </dd>
    </div>
  );
}

function Value(props: { said: SaidValue; label: string }) {
  const { field, value } = props.said;
  const status = INCIDENT_STATUSES.find(name => name === value);
  if (field === 'status' && status) {
    return <IncidentStatusChip status={status} />;
  }
  if (typeof value !== 'string') {
    return <JsonBlock label={props.label} value={value} />;
  }
  return field === 'entityRef' ? (
    <EntityLink entityRef={value} />
  ) : (
    <>{value}</>
  );
}
