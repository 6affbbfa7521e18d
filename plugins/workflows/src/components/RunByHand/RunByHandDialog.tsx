import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTexts } from '../../texts';
import { errorMessage } from '../Notice/errorMessage';
import { useRunByHand } from './useRunByHand';

const useStyles = makeStyles(theme => ({
  content: { display: 'grid', gap: theme.spacing(2) },
}));

/** Runs a workflow on an incident, once both are known, and goes to the run. */
export function RunByHandDialog(props: {
  title: string;
  text: string;
  workflowId?: string;
  incidentId?: string;
  onClose: () => void;
  /** Where the other of the two is picked. */
  children: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { workflowId, incidentId, onClose } = props;
  const id = useId();
  const run = useRunByHand();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate({ workflowId: workflowId!, incidentId: incidentId! });
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <form onSubmit={submit}>
        <DialogTitle id={id}>{props.title}</DialogTitle>
        <DialogContent className={classes.content}>
          {run.error && (
            <Alert severity="error">
              {t('matching.run.failed')}: {errorMessage(run.error)}
            </Alert>
          )}
          <DialogContentText color="textPrimary">
            {props.text}
          </DialogContentText>
          {props.children}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('matching.run.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={!workflowId || !incidentId || run.isPending}
          >
            {t('matching.run.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
