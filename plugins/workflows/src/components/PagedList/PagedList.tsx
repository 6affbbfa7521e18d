import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import type { usePagedQuery } from '../../hooks/usePagedQuery';
import { useTexts } from '../../texts';
import { ErrorNotice } from '../Notice/ErrorNotice';
import { LoadingRows } from '../Notice/LoadingRows';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  more: { justifySelf: 'center' },
}));

/**
 * Every state of a list: loading, failed, empty, and rows with a way to more.
 * When a refresh fails the rows stay, with the error above them.
 */
export function PagedList<T>(props: {
  list: ReturnType<typeof usePagedQuery<T>>;
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
  /** Leaves the way to more to a link elsewhere. */
  firstPageOnly?: boolean;
  loadingRows?: number;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { list } = props;
  return (
    <div className={classes.root}>
      {list.error && (
        <ErrorNotice error={list.error} onRetry={() => list.retry()} />
      )}
      {!list.items && !list.error && (
        <LoadingRows rows={props.loadingRows ?? 6} />
      )}
      {list.items?.length === 0 && props.empty}
      {list.items && list.items.length > 0 && props.children(list.items)}
      {list.hasMore && !props.firstPageOnly && (
        <Button
          className={classes.more}
          variant="outlined"
          disabled={list.isLoadingMore}
          onClick={() => list.loadMore()}
        >
          {list.isLoadingMore
            ? t('history.list.loadingMore')
            : t('history.list.loadMore')}
        </Button>
      )}
    </div>
  );
}
