import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { WorkflowSummary } from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from '../../api/workflowsApiRef';
import { useNotify } from '../../hooks/useNotify';
import { useTexts } from '../../texts';

/** Says what deleting does before it is done. */
export function DeleteWorkflowDialog(props: {
  workflow: WorkflowSummary;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const api = useApi(workflowsApiRef);
  const queryClient = useQueryClient();
  const notify = useNotify();
  const { id, name } = props.workflow;
  const removal = useMutation({
    mutationFn: () => api.deleteWorkflow(id),
    onSuccess: () => {
      notify.success(t('workflows.actions.deleted', { name }));
      props.onClose();
      return queryClient.invalidateQueries({ queryKey: ['workflow', 'list'] });
    },
    onError: notify.error,
  });
  return (
    <Dialog
      open
      maxWidth="sm"
      onClose={props.onClose}
      aria-labelledby="delete-workflow"
    >
      <DialogTitle id="delete-workflow">
        {t('workflows.delete.title', { name })}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>{t('workflows.delete.text')}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('workflows.delete.cancel')}</Button>
        <Button
          color="secondary"
          variant="contained"
          disabled={removal.isPending}
          onClick={() => removal.mutate()}
        >
          {t('workflows.delete.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
