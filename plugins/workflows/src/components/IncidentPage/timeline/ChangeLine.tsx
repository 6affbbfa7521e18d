import type { JsonValue } from '@backstage/types';
import { makeStyles } from '@material-ui/core/styles';
import {
  INCIDENT_STATUSES,
  type IncidentChange,
} from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { EntityLink } from '../../EntityLink/EntityLink';
import { IncidentStatusChip } from '../../IncidentStatus/IncidentStatusChip';
import { JsonBlock } from '../../JsonBlock/JsonBlock';
import { AbsoluteTime } from '../../RelativeTime/AbsoluteTime';
import { useFieldName } from './useFieldName';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: `${theme.spacing(14)}px minmax(0, 1fr)`,
    alignItems: 'baseline',
    gap: theme.spacing(1),
  },
  name: { color: theme.palette.text.secondary, overflowWrap: 'anywhere' },
  value: { margin: 0, overflowWrap: 'anywhere' },
  was: { color: theme.palette.text.secondary },
}));

/** One field of an incident with what it became, and what it was. */
export function ChangeLine(props: { change: IncidentChange }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { field, from, to } = props.change;
  const name = useFieldName()(field);
  return (
    <div className={classes.root}>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.value}>
        {to === undefined ? (
          <em>{t('intake.timeline.removed')}</em>
        ) : (
          <Value field={field} value={to} label={name} />
        )}
        {isShort(from) && (
          <span className={classes.was}>
            {` (${t('intake.timeline.was')} ${from})`}
          </span>
        )}
      </dd>
    </div>
  );
}

/** What can be told in passing. */
function isShort(value: JsonValue | undefined): boolean {
  return (
    typeof value === 'number' ||
    (typeof value === 'string' && value.length <= 100)
  );
}

function Value(props: { field: string; value: JsonValue; label: string }) {
  const { field, value } = props;
  const status = INCIDENT_STATUSES.find(name => name === value);
  if (field === 'status' && status) {
    return <IncidentStatusChip status={status} />;
  }
  if (typeof value === 'object') {
    return <JsonBlock label={props.label} value={value} />;
  }
  if (/^(entity|owner|system)Ref$/.test(field)) {
    return <EntityLink entityRef={String(value)} />;
  }
  return /^(started|resolved)At$/.test(field) ? (
    <AbsoluteTime iso={String(value)} />
  ) : (
    <>{String(value)}</>
  );
}
