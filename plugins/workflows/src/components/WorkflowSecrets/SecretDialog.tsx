import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  putSecretSchema,
  secretNameParamSchema,
} from 'backstage-plugin-workflows-common';
import { type FormEvent, useId, useState } from 'react';
import { useNotify } from '../../hooks/useNotify';
import { usePutSecret } from '../../hooks/useSecretChanges';
import { useTexts } from '../../texts';
import { errorMessage } from '../Notice/errorMessage';
import { parseHosts } from './parseHosts';

const useStyles = makeStyles(theme => ({
  content: { display: 'grid', gap: theme.spacing(2) },
}));

/** Sets a secret of a workflow, a new one or in place of one that is there. */
export function SecretDialog(props: {
  workflowId: string;
  /** The secret to set; a new one gets its name here when absent. */
  name?: string;
  /** Hosts to begin with. */
  hosts?: readonly string[];
  /** Whether the secret is there already. */
  replaces?: boolean;
  /** Names that a new secret must not have. */
  taken?: readonly string[];
  onClose: () => void;
  /** After it was saved, with its name. */
  onSaved?: (name: string) => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { workflowId, replaces, taken = [], onClose, onSaved } = props;
  const id = useId();
  const notify = useNotify();
  const [name, setName] = useState(props.name ?? '');
  const [value, setValue] = useState('');
  const [hostsText, setHostsText] = useState((props.hosts ?? []).join(', '));
  const [isChecked, setChecked] = useState(false);
  const change = usePutSecret(workflowId, () => {
    notify.success(t('secrets.dialog.saved', { name }));
    onSaved?.(name);
    onClose();
  });
  const request = { value, allowedHosts: parseHosts(hostsText) };
  const errors = {
    name:
      firstIssue(secretNameParamSchema, name) ??
      (!replaces && taken.includes(name)
        ? t('secrets.dialog.taken')
        : undefined),
    value: firstIssue(putSecretSchema.shape.value, request.value),
    hosts: firstIssue(putSecretSchema.shape.allowedHosts, request.allowedHosts),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog's events pass through React's tree to a form around it.
    event.stopPropagation();
    setChecked(true);
    if (!errors.name && !errors.value && !errors.hosts) {
      change.mutate({ name, ...request });
    }
  };
  const field = (place: keyof typeof errors) => ({
    id: `${id}-${place}`,
    required: true,
    variant: 'outlined' as const,
    label: t(`secrets.dialog.${place}`),
    error: isChecked && Boolean(errors[place]),
    helperText:
      (isChecked && errors[place]) || t(`secrets.dialog.${place}Help`),
  });
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <form noValidate onSubmit={submit}>
        <DialogTitle id={id}>
          {replaces
            ? t('secrets.dialog.replace', { name })
            : t('secrets.dialog.add')}
        </DialogTitle>
        <DialogContent className={classes.content}>
          {change.error && (
            <Alert severity="error">
              {t('secrets.dialog.failed')}: {errorMessage(change.error)}
            </Alert>
          )}
          {replaces ? (
            <DialogContentText color="textPrimary">
              {t('secrets.dialog.replaceText')}
            </DialogContentText>
          ) : (
            <TextField
              {...field('name')}
              inputProps={{ maxLength: 64, autoComplete: 'off' }}
              value={name}
              onChange={event => setName(event.target.value.toUpperCase())}
            />
          )}
          <TextField
            {...field('value')}
            type="password"
            inputProps={{ autoComplete: 'new-password', spellCheck: false }}
            value={value}
            onChange={event => setValue(event.target.value)}
          />
          <TextField
            {...field('hosts')}
            inputProps={{ autoComplete: 'off', spellCheck: false }}
            value={hostsText}
            onChange={event => setHostsText(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('secrets.dialog.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={change.isPending}
          >
            {t('secrets.dialog.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function firstIssue(
  schema: {
    safeParse(value: unknown): {
      error?: { issues: ReadonlyArray<{ message: string }> };
    };
  },
  value: unknown,
): string | undefined {
  return schema.safeParse(value).error?.issues[0].message;
}
