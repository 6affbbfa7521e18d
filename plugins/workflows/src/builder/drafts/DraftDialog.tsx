import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import { absoluteTime } from '../../components/RelativeTime/absoluteTime';
import { usePersonName } from '../../hooks/usePersonName';
import { useTexts } from '../../texts';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';
import { DraftChanges } from './DraftChanges';
import { useDraft } from './useDraft';

/** Offers work that was not saved when the page went away. It asks for a choice, so Escape is none. */
export const DraftDialog = () => {
  const { t } = useTexts();
  const { workflow } = useBuilderEnvironment();
  const author = usePersonName(workflow.updatedBy);
  const ui = useUiStore();
  const { found, restore, discard } = useDraft();
  if (!found) {
    return null;
  }
  const time = absoluteTime(found.at);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      role="alertdialog"
      aria-labelledby="workflow-draft"
      aria-describedby="workflow-draft-text"
    >
      <DialogTitle id="workflow-draft">{t('saving.draft.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText id="workflow-draft-text" color="textPrimary">
          {t('saving.draft.text', {
            time,
            version: String(found.base.version),
          })}
        </DialogContentText>
        {workflow.latestVersion > found.base.version && (
          <Alert severity="warning">
            {t('saving.draft.older', {
              author,
              latest: String(workflow.latestVersion),
            })}
          </Alert>
        )}
        <DraftChanges draft={found} />
      </DialogContent>
      <DialogActions>
        <Button onClick={discard}>{t('saving.draft.discard')}</Button>
        <Button
          color="primary"
          variant="contained"
          onClick={() => {
            restore();
            ui.announce(t('saving.draft.restored', { time }));
          }}
        >
          {t('saving.draft.restore')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
