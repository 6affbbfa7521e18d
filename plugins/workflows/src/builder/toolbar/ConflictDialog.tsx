import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import type { Workflow } from 'backstage-plugin-workflows-common';
import { DateTime } from 'luxon';
import { workflowsTranslationRef } from '../../translation';
import { useBuilder } from '../context/BuilderContext';

/** Somebody else saved first. Nothing is lost until a choice is made here. */
export const ConflictDialog = (props: {
  theirs: Workflow;
  busy: boolean;
  onReload: () => void;
  onOverwrite: () => void;
  onDismiss: () => void;
}) => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const mine = useBuilder(state => state.saved.version);
  const { latestVersion, updatedBy, updatedAt } = props.theirs;
  const version = String(latestVersion);
  const next = String(latestVersion + 1);
  return (
    <Dialog
      open
      maxWidth="md"
      onClose={props.onDismiss}
      aria-labelledby="workflow-conflict"
    >
      <DialogTitle id="workflow-conflict">
        {t('builder.conflict.title')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>
          {t('builder.conflict.text', {
            author: updatedBy,
            version,
            time: DateTime.fromISO(updatedAt).toLocaleString(
              DateTime.DATETIME_SHORT,
            ),
            mine: String(mine),
          })}
        </DialogContentText>
        <DialogContentText>
          {t('builder.conflict.overwriteHint', { version })}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onDismiss}>{t('builder.conflict.stay')}</Button>
        <Button onClick={props.onReload} disabled={props.busy}>
          {t('builder.conflict.reload', { version })}
        </Button>
        <Button
          color="primary"
          variant="contained"
          onClick={props.onOverwrite}
          disabled={props.busy}
        >
          {t('builder.conflict.overwrite', { next })}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
