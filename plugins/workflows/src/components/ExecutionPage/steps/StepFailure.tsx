import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { StepError } from 'backstage-plugin-workflows-common';

const useStyles = makeStyles(theme => ({
  message: { overflowWrap: 'anywhere' },
  code: { fontSize: theme.typography.pxToRem(12), opacity: 0.85 },
}));

/** What went wrong and what can be done, as the backend words it, with its code to search for. */
export function StepFailure(props: { error: StepError }) {
  const classes = useStyles();
  return (
    <Alert severity="error" role="note">
      <div className={classes.message}>{props.error.message}</div>
      <code className={classes.code}>{props.error.code}</code>
    </Alert>
  );
}
