import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { workflowsApiRef } from '../../api/workflowsApiRef';
import { useNotify } from '../../hooks/useNotify';
import { incidentRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { EntityField } from '../EntityField/EntityField';
import { errorMessage } from '../Notice/errorMessage';

const useStyles = makeStyles(theme => ({
  content: { display: 'grid', gap: theme.spacing(2) },
}));

/** Tells of an incident that no source has, and goes to it. */
export function DeclareIncidentDialog(props: { onClose: () => void }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { onClose } = props;
  const id = useId();
  const api = useApi(workflowsApiRef);
  const notify = useNotify();
  const navigate = useNavigate();
  const incidentPath = useRouteRef(incidentRouteRef);
  // A second press of the button, or a retry, declares the same incident.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [entityRef, setEntityRef] = useState<string>();
  const [title, setTitle] = useState('');
  const [severity, setSeverity] = useState('');
  const [description, setDescription] = useState('');
  const declaration = useMutation({
    mutationFn: () =>
      api.createIncident(
        {
          ...(entityRef && { entityRef }),
          patch: {
            title: title.trim(),
            ...(severity.trim() && { severity: severity.trim() }),
            ...(description.trim() && { description: description.trim() }),
          },
        },
        { idempotencyKey },
      ),
    onSuccess: ({ incidentId }) => {
      onClose();
      if (incidentId) {
        navigate(incidentPath({ id: incidentId }));
      } else {
        notify.success(t('intake.declare.later'));
      }
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    declaration.mutate();
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <form onSubmit={submit}>
        <DialogTitle id={id}>{t('intake.declare.title')}</DialogTitle>
        <DialogContent className={classes.content}>
          {declaration.error && (
            <Alert severity="error">
              {t('intake.declare.failed')}: {errorMessage(declaration.error)}
            </Alert>
          )}
          <DialogContentText color="textPrimary">
            {t('intake.declare.text')}
          </DialogContentText>
          <TextField
            required
            id={`${id}-title`}
            variant="outlined"
            label={t('intake.declare.name')}
            inputProps={{ maxLength: 1_000 }}
            value={title}
            onChange={event => setTitle(event.target.value)}
          />
          <EntityField
            id={`${id}-entity`}
            value={entityRef}
            onChange={setEntityRef}
          />
          <TextField
            id={`${id}-severity`}
            variant="outlined"
            label={t('intake.declare.severity')}
            helperText={t('intake.declare.severityHelp')}
            inputProps={{ maxLength: 100 }}
            value={severity}
            onChange={event => setSeverity(event.target.value)}
          />
          <TextField
            multiline
            minRows={3}
            id={`${id}-description`}
            variant="outlined"
            label={t('intake.declare.description')}
            inputProps={{ maxLength: 20_000 }}
            value={description}
            onChange={event => setDescription(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('intake.declare.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={!title.trim() || declaration.isPending}
          >
            {t('intake.declare.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
