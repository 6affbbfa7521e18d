import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentTimelineEntry } from 'backstage-plugin-workflows-common';
import { executionRouteRef } from '../../../routes';
import { useTexts } from '../../../texts';
import { AbsoluteTime } from '../../RelativeTime/AbsoluteTime';
import { absoluteTime } from '../../RelativeTime/absoluteTime';
import { Actor } from './Actor';
import { ChangeLine } from './ChangeLine';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    fontSize: theme.typography.pxToRem(13),
    color: theme.palette.text.secondary,
  },
  changes: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(0.5),
    margin: theme.spacing(0.5, 0, 0),
    fontSize: theme.typography.pxToRem(14),
  },
  runs: {
    marginTop: theme.spacing(0.5),
    fontSize: theme.typography.pxToRem(14),
  },
}));

/** One event: when, by whom, what it changed and which runs it started. */
export function TimelineItem(props: { entry: IncidentTimelineEntry }) {
  const classes = useStyles();
  const { t } = useTexts();
  const executionPath = useRouteRef(executionRouteRef);
  const { entry } = props;
  return (
    <li>
      <div className={classes.line}>
        <span>
          <AbsoluteTime iso={entry.occurredAt} />
        </span>
        {entry.late && (
          <span>
            {t('intake.timeline.late', {
              time: absoluteTime(entry.receivedAt),
            })}
          </span>
        )}
        {entry.actorRef && (
          <span>
            {t('intake.timeline.by')} <Actor actorRef={entry.actorRef} />
          </span>
        )}
        {entry.causedBy && (
          <Link to={executionPath({ id: entry.causedBy })}>
            {t('intake.timeline.causedBy')}
          </Link>
        )}
      </div>
      {entry.changes.length > 0 ? (
        <dl className={classes.changes}>
          {entry.changes.map(change => (
            <ChangeLine key={change.field} change={change} />
          ))}
        </dl>
      ) : (
        <div className={classes.line}>
          {t('intake.timeline.changedNothing')}
        </div>
      )}
      {entry.executions.length > 0 && (
        <div className={classes.runs}>
          {t('intake.timeline.started')}{' '}
          {entry.executions.map(({ id, workflowName }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link to={executionPath({ id })}>{workflowName}</Link>
            </span>
          ))}
        </div>
      )}
    </li>
  );
}
