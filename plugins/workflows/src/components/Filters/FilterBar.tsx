import { makeStyles } from '@material-ui/core/styles';
import type { PropsWithChildren } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
    '& > *': { minWidth: theme.spacing(26) },
  },
}));

/** Filters in a row that wraps. */
export function FilterBar(props: PropsWithChildren<{ label: string }>) {
  const classes = useStyles();
  return (
    <div className={classes.root} role="search" aria-label={props.label}>
      {props.children}
    </div>
  );
}
