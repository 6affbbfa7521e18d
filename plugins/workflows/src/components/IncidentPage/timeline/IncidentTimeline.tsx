import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentTimelineEntry } from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../../translation';
import { AbsoluteTime } from '../../RelativeTime/AbsoluteTime';
import { SaidValueLine } from './SaidValueLine';
import { toTimeline } from './toTimeline';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(0, 0, 0, 2),
    borderLeft: `2px solid ${theme.palette.divider}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  time: {
    fontSize: theme.typography.pxToRem(13),
    color: theme.palette.text.secondary,
  },
  news: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(0.5),
    margin: theme.spacing(0.5, 0, 0),
    fontSize: theme.typography.pxToRem(14),
  },
  repeats: {
    marginTop: theme.spacing(0.5),
    fontSize: theme.typography.pxToRem(12),
    color: theme.palette.text.secondary,
  },
}));

/** What each event said, from the first to the latest. */
export function IncidentTimeline(props: { entries: IncidentTimelineEntry[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  return (
    <ol className={classes.list}>
      {toTimeline(props.entries).map(({ entry, news, repeats }) => (
        <li key={entry.id}>
          <div className={classes.time}>
            <AbsoluteTime iso={entry.occurredAt} />
          </div>
          <dl className={classes.news}>
            {news.map(said => (
              <SaidValueLine key={said.field} said={said} />
            ))}
          </dl>
          {repeats.length > 0 && (
            <div className={classes.repeats}>
              {news.length === 0 && `${t('history.incident.saysNothing')} `}
              {t('history.incident.repeats')}{' '}
              {repeats
                .map(field => t(`history.incident.field.${field}`))
                .join(', ')}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
