import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import type { DisableWorkflowRequest } from 'backstage-plugin-workflows-common';
import { useId, useState } from 'react';
import type { OpenRuns } from '../../hooks/useEnableSwitch';
import { useTexts } from '../../texts';
import { Choice } from '../Choice/Choice';

const useStyles = makeStyles(theme => ({
  content: { display: 'grid', gap: theme.spacing(2) },
}));

/** The API's defaults come first. */
const OPTIONS = {
  queued: ['cancel', 'run'],
  waiting: ['run', 'cancel'],
} as const;

/** What becomes of the runs that a workflow has when it is switched off. */
export function DisableWorkflowDialog(props: {
  name: string;
  runs: OpenRuns;
  onAnswer: (request: DisableWorkflowRequest) => void;
  onClose: () => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { name, runs, onAnswer, onClose } = props;
  const titleId = useId();
  const [request, setRequest] = useState<Required<DisableWorkflowRequest>>({
    queued: 'cancel',
    waiting: 'run',
  });
  return (
    <Dialog open maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>
        {t('workflows.disable.title', { name })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        <DialogContentText color="textPrimary">
          {t('workflows.disable.text')}
        </DialogContentText>
        {(['queued', 'waiting'] as const)
          .filter(group => runs[group])
          .map(group => (
            <Choice
              key={group}
              label={t(`workflows.disable.${group}.title`)}
              options={OPTIONS[group].map(value => ({
                value,
                label: t(`workflows.disable.${group}.${value}`),
                help: t(`workflows.disable.${group}.${value}Help`),
              }))}
              value={request[group]}
              onChange={value => setRequest({ ...request, [group]: value })}
            />
          ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('workflows.disable.cancel')}</Button>
        <Button
          color="primary"
          variant="contained"
          onClick={() => onAnswer(request)}
        >
          {t('workflows.disable.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
