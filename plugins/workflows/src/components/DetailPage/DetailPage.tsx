import { Link } from '@backstage/core-components';
import { type SubRouteRef, useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import ArrowBackIcon from '@material-ui/icons/ArrowBack';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyNotice } from '../Notice/EmptyNotice';
import { ErrorNotice } from '../Notice/ErrorNotice';
import { LoadingRows } from '../Notice/LoadingRows';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
    maxWidth: theme.spacing(160),
    color: theme.palette.text.primary,
    fontFamily: theme.typography.fontFamily,
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.5,
  },
  back: {
    justifySelf: 'start',
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
}));

/** Every state of a page about one thing, below a way back to the list. */
export function DetailPage<T>(props: {
  query: UseQueryResult<T, Error>;
  listRoute: SubRouteRef;
  back: string;
  notFound: { title: string; description: string };
  children: (data: T) => ReactNode;
}) {
  const classes = useStyles();
  const listPath = useRouteRef(props.listRoute)();
  const { data, error, refetch } = props.query;
  const isMissing = error?.name === 'NotFoundError' || isNotFound(error);
  return (
    <div className={classes.root}>
      <Link to={listPath} className={classes.back}>
        <ArrowBackIcon fontSize="small" aria-hidden />
        {props.back}
      </Link>
      {isMissing && <EmptyNotice {...props.notFound} />}
      {error && !isMissing && (
        <ErrorNotice error={error} onRetry={() => refetch()} />
      )}
      {!data && !error && <LoadingRows rows={6} />}
      {data !== undefined && !isMissing && props.children(data)}
    </div>
  );
}

/** `ResponseError` says what the backend answered in its `cause`. */
function isNotFound(error: Error | null): boolean {
  return (error as { statusCode?: number } | null)?.statusCode === 404;
}
