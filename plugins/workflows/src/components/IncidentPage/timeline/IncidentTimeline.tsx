import { makeStyles } from '@material-ui/core/styles';
import { useIncidentTimelineQuery } from '../../../hooks/useHistoryQueries';
import { useTexts } from '../../../texts';
import { Section } from '../../Facts/Section';
import { EmptyNotice } from '../../Notice/EmptyNotice';
import { PagedList } from '../../PagedList/PagedList';
import { TimelineItem } from './TimelineItem';

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
}));

/** What each event changed and set off, the last to arrive first. */
export function IncidentTimeline(props: { incidentId: string }) {
  const classes = useStyles();
  const { t } = useTexts();
  const list = useIncidentTimelineQuery(props.incidentId);
  return (
    <Section title={t('history.incident.timeline')}>
      <PagedList
        list={list}
        loadingRows={2}
        empty={
          <EmptyNotice
            title={t('intake.timeline.empty')}
            description={t('intake.timeline.emptyHint')}
          />
        }
      >
        {entries => (
          <ol className={classes.list}>
            {entries.map(entry => (
              <TimelineItem key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
      </PagedList>
    </Section>
  );
}
