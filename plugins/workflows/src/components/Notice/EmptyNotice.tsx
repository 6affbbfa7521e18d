import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(3), maxWidth: '100%' },
  description: { maxWidth: '72ch', marginTop: theme.spacing(0.5) },
  action: { marginTop: theme.spacing(2) },
}));

/** Why there is nothing here, and what to do next. */
export function EmptyNotice(props: {
  title: string;
  description: string;
  action?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Paper variant="outlined" className={classes.root}>
      <Typography variant="subtitle1" component="p">
        {props.title}
      </Typography>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.description}
      >
        {props.description}
      </Typography>
      {props.action && <div className={classes.action}>{props.action}</div>}
    </Paper>
  );
}
