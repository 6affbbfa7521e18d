import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { type FormEvent, useId, useState } from 'react';
import { useKillSwitchChange } from '../../hooks/useKillSwitch';
import { useTexts } from '../../texts';
import { errorMessage } from '../Notice/errorMessage';

const useStyles = makeStyles(theme => ({
  content: { display: 'grid', gap: theme.spacing(2) },
}));

/** Says what the switch does, and asks why, before it is turned. */
export function KillSwitchDialog(props: {
  turn: 'on' | 'off';
  onClose: () => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { turn, onClose } = props;
  const id = useId();
  const [text, setText] = useState('');
  const change = useKillSwitchChange({ onSuccess: onClose });
  const reason = text.trim();
  const on = turn === 'on';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(on ? { on, reason } : { on, reason: reason || undefined });
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <form onSubmit={submit}>
        <DialogTitle id={id}>{t(`killSwitch.${turn}.title`)}</DialogTitle>
        <DialogContent className={classes.content}>
          {change.error && (
            <Alert severity="error">
              {t('killSwitch.failed')}: {errorMessage(change.error)}
            </Alert>
          )}
          <DialogContentText color="textPrimary">
            {t(`killSwitch.${turn}.text`)}
          </DialogContentText>
          <TextField
            id={`${id}-reason`}
            required={on}
            variant="outlined"
            label={t(`killSwitch.${turn}.reason`)}
            helperText={t(`killSwitch.${turn}.reasonHelp`)}
            inputProps={{ maxLength: 500 }}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('killSwitch.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            color={on ? 'secondary' : 'primary'}
            disabled={(on && !reason) || change.isPending}
          >
            {t(`killSwitch.${turn}.confirm`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
