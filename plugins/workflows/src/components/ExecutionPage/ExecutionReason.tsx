import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import type { WorkflowExecution } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';

const useStyles = makeStyles({ details: { overflowWrap: 'anywhere' } });

/** Why a run is in its status, in words; nothing when there is nothing to say. */
export function ExecutionReason(props: { execution: WorkflowExecution }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { status, reasonCode, reason } = props.execution;
  if (!reasonCode && !reason) {
    return null;
  }
  return (
    <Alert severity={status === 'FAILED' ? 'error' : 'info'} role="note">
      {reasonCode && (
        <AlertTitle>{t(`history.executionReason.${reasonCode}`)}</AlertTitle>
      )}
      {reason && <span className={classes.details}>{reason}</span>}
    </Alert>
  );
}
