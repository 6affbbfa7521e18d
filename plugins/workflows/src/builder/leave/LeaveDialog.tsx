import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useTexts } from '../../texts';
import { useBuilder } from '../context/BuilderContext';
import { isUnsaved } from '../store/createBuilderStore';
import { useLeaveGuard } from './useLeaveGuard';

/** Stands between a person and the loss of what they drew. */
export const LeaveDialog = () => {
  const { t } = useTexts();
  const { leave, stay } = useLeaveGuard(useBuilder(isUnsaved));
  return (
    <Dialog
      open={leave !== undefined}
      onClose={stay}
      aria-labelledby="leave-builder"
    >
      <DialogTitle id="leave-builder">{t('builder.leave.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t('builder.leave.text')}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button
          onClick={() => {
            stay();
            leave?.();
          }}
        >
          {t('builder.leave.leave')}
        </Button>
        <Button color="primary" variant="contained" onClick={stay}>
          {t('builder.leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
