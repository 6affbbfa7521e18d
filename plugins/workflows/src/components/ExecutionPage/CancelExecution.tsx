import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { workflowsApiRef } from '../../api/workflowsApiRef';
import { keysChangedBy } from '../../hooks/queryKeys';
import { useTexts } from '../../texts';
import { errorMessage } from '../Notice/errorMessage';

/** Stops a run, after asking. */
export function CancelExecution(props: { executionId: string }) {
  const { t } = useTexts();
  const api = useApi(workflowsApiRef);
  const queryClient = useQueryClient();
  const titleId = useId();
  const [open, setOpen] = useState(false);
  const cancel = useMutation({
    mutationFn: () => api.cancelExecution(props.executionId),
    onSuccess: () => setOpen(false),
    // Also when it was refused: it may have ended by itself meanwhile.
    onSettled: () =>
      Promise.all(
        keysChangedBy({ kind: 'execution', id: props.executionId }).map(
          queryKey => queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
  const ask = () => {
    cancel.reset();
    setOpen(true);
  };
  return (
    <>
      <Button variant="outlined" onClick={ask}>
        {t('history.execution.cancel.button')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        aria-labelledby={titleId}
      >
        <DialogTitle id={titleId}>
          {t('history.execution.cancel.title')}
        </DialogTitle>
        <DialogContent>
          <DialogContentText color="textPrimary">
            {t('history.execution.cancel.description')}
          </DialogContentText>
          {cancel.error && (
            <Alert severity="error">
              {t('history.execution.cancel.failed')}:{' '}
              {errorMessage(cancel.error)}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>
            {t('history.execution.cancel.keep')}
          </Button>
          <Button
            variant="contained"
            color="primary"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t('history.execution.cancel.confirm')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
