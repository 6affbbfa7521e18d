import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import { useId } from 'react';
import { useNotify } from '../../hooks/useNotify';
import { useDeleteSecret } from '../../hooks/useSecretChanges';
import { useTexts } from '../../texts';

/** Says which steps lose their credentials before a secret is deleted. */
export function DeleteSecretDialog(props: {
  workflowId: string;
  name: string;
  /** The titles of the steps that name it. */
  steps: readonly string[];
  isPublished: boolean;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const { workflowId, name, steps, isPublished, onClose } = props;
  const id = useId();
  const notify = useNotify();
  const removal = useDeleteSecret(workflowId, () => {
    notify.success(t('secrets.delete.done', { name }));
    onClose();
  });
  const isUsed = steps.length > 0;
  return (
    <Dialog open maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('secrets.delete.title', { name })}</DialogTitle>
      <DialogContent>
        {isUsed ? (
          <Alert severity="warning">
            {t('secrets.delete.used', { steps: steps.join(', ') })}
          </Alert>
        ) : (
          <DialogContentText color="textPrimary">
            {t('secrets.delete.unused')}
            {isPublished && ` ${t('secrets.delete.published')}`}
          </DialogContentText>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('secrets.delete.cancel')}</Button>
        <Button
          color="secondary"
          variant="contained"
          disabled={removal.isPending}
          onClick={() => removal.mutate(name, { onError: notify.error })}
        >
          {t('secrets.delete.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
