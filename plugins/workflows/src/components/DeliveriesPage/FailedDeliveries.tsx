import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useDeliveryCounts, useReplay } from '../../hooks/useDeliveries';
import { useTexts } from '../../texts';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    padding: 0,
  },
}));

/** How many deliveries of each source failed, and the way to replay them. */
export function FailedDeliveries() {
  const classes = useStyles();
  const { t } = useTexts();
  const counts = useDeliveryCounts();
  const replay = useReplay();
  if (!counts?.failed) {
    return null;
  }
  return (
    <Alert severity="warning" className={classes.root}>
      <AlertTitle>
        {t('intake.deliveries.failed.title', { total: String(counts.failed) })}
      </AlertTitle>
      {t('intake.deliveries.failed.text')}
      <ul className={classes.list}>
        {counts.sources.map(({ sourceId, failed }) => (
          <li key={sourceId}>
            <Button
              size="small"
              variant="outlined"
              color="inherit"
              disabled={replay.isPending}
              onClick={() =>
                replay.mutate(async api => {
                  const { replayed } = await api.replayDeliveries({ sourceId });
                  return t('intake.deliveries.failed.replayed', {
                    total: String(replayed),
                  });
                })
              }
            >
              {t('intake.deliveries.failed.replay', {
                source: sourceId,
                total: String(failed),
              })}
            </Button>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
