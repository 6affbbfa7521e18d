import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
  },
  words: { flex: '1 1 0', minWidth: `min(100%, ${theme.spacing(40)}px)` },
  title: { overflowWrap: 'anywhere', marginBottom: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginTop: theme.spacing(1),
  },
}));

/** What a page is about: its name, the state that matters, and what can be done. */
export function DetailTitle(props: {
  title: ReactNode;
  line: ReactNode;
  action?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <header className={classes.root}>
      <div className={classes.words}>
        <Typography variant="h5" component="h2" className={classes.title}>
          {props.title}
        </Typography>
        <div className={classes.line}>{props.line}</div>
      </div>
      {props.action}
    </header>
  );
}
