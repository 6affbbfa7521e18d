import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { WorkflowExecution } from 'backstage-plugin-workflows-common';
import { type FormEvent, useId, useState } from 'react';
import { useRetryExecution } from '../../../hooks/useRetryExecution';
import { useTexts } from '../../../texts';
import { Choice } from '../../Choice/Choice';
import { errorMessage } from '../../Notice/errorMessage';
import {
  type RetryChoices,
  retryFromOptions,
  retryKeysOptions,
  toRetryRequest,
} from './retryRequest';

const useStyles = makeStyles(theme => ({
  content: { display: 'grid', gap: theme.spacing(2) },
}));

/** From where, by which definition, and with which effect keys to run it again. */
export function RetryDialog(props: {
  execution: WorkflowExecution;
  onClose: () => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { execution, onClose } = props;
  const titleId = useId();
  const fromOptions = retryFromOptions(execution.status);
  const [choices, setChoices] = useState<RetryChoices>({
    from: fromOptions[0],
    version: 'same',
    keys: 'unsettled',
  });
  const retry = useRetryExecution(execution.id);
  const version = String(execution.version);
  const choose = (change: Partial<RetryChoices>) =>
    setChoices({ ...choices, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    retry.mutate(toRetryRequest(choices));
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby={titleId}
    >
      <form onSubmit={submit}>
        <DialogTitle id={titleId}>
          {t('history.execution.retry.title')}
        </DialogTitle>
        <DialogContent className={classes.content}>
          {retry.error && (
            <Alert severity="error">
              {t('history.execution.retry.refused')}:{' '}
              {errorMessage(retry.error)}
            </Alert>
          )}
          <Choice
            label={t('history.execution.retry.from.title')}
            options={fromOptions.map(value => ({
              value,
              label: t(`history.execution.retry.from.${value}`),
              help: t(`history.execution.retry.from.${value}Help`),
            }))}
            value={choices.from}
            onChange={from => choose({ from, keys: 'unsettled' })}
          />
          {choices.from === 'start' && (
            <Choice
              label={t('history.execution.retry.version.title')}
              options={(['same', 'published'] as const).map(value => ({
                value,
                label: t(`history.execution.retry.version.${value}`, {
                  version,
                }),
                help: t(`history.execution.retry.version.${value}Help`),
              }))}
              value={choices.version}
              onChange={value => choose({ version: value })}
            />
          )}
          <Choice
            label={t('history.execution.retry.keys.title')}
            options={retryKeysOptions(choices.from).map(value => ({
              value,
              label: t(`history.execution.retry.keys.${value}`),
              help: t(`history.execution.retry.keys.${value}Help`),
            }))}
            value={choices.keys}
            onChange={keys => choose({ keys })}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>
            {t('history.execution.retry.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={retry.isPending}
          >
            {t('history.execution.retry.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
