import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTexts } from '../../texts';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1) },
}));

/** The place of rows that are on their way. */
export function LoadingRows(props: { rows: number }) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <div
      className={classes.root}
      role="status"
      aria-label={t('history.list.loading')}
    >
      {Array.from({ length: props.rows }, (_, index) => (
        <Skeleton key={index} variant="rect" height={40} />
      ))}
    </div>
  );
}
