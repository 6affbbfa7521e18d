import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  INCIDENT_STATUSES,
  type Incident,
  type UpdateIncidentRequest,
} from 'backstage-plugin-workflows-common';
import { type FormEvent, useId, useState } from 'react';
import { workflowsApiRef } from '../../api/workflowsApiRef';
import { queryKeys } from '../../hooks/queryKeys';
import { useTexts } from '../../texts';
import { errorMessage } from '../Notice/errorMessage';

const TEXTS = ['severity', 'priority', 'assignee'] as const;

const useStyles = makeStyles(theme => ({
  content: { display: 'grid', gap: theme.spacing(2) },
}));

/** Sets what a person knows better than the source; only what was changed is sent. */
export function EditIncidentDialog(props: {
  incident: Incident;
  onClose: () => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { incident, onClose } = props;
  const id = useId();
  const api = useApi(workflowsApiRef);
  const queryClient = useQueryClient();
  const [edit, setEdit] = useState<UpdateIncidentRequest>({});
  const change = useMutation({
    mutationFn: () => api.updateIncident(incident.id, edit),
    onSuccess: async changed => {
      queryClient.setQueryData(queryKeys.incident(incident.id), changed);
      onClose();
      await queryClient.invalidateQueries({ queryKey: ['incident'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const set = (field: 'status' | (typeof TEXTS)[number], value: string) => {
    const { [field]: _, ...others } = edit;
    const isAsBefore = value === (incident[field] ?? '');
    setEdit(isAsBefore ? others : { ...others, [field]: value });
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <form onSubmit={submit}>
        <DialogTitle id={id}>{t('intake.edit.title')}</DialogTitle>
        <DialogContent className={classes.content}>
          {change.error && (
            <Alert severity="error">
              {t('intake.edit.failed')}: {errorMessage(change.error)}
            </Alert>
          )}
          <DialogContentText color="textPrimary">
            {t('intake.edit.text')}
          </DialogContentText>
          <TextField
            select
            id={`${id}-status`}
            variant="outlined"
            label={t('intake.edit.status')}
            value={edit.status ?? incident.status}
            onChange={event => set('status', event.target.value)}
          >
            {INCIDENT_STATUSES.map(status => (
              <MenuItem key={status} value={status}>
                {t(`history.incidentStatus.${status}`)}
              </MenuItem>
            ))}
          </TextField>
          {TEXTS.map(field => (
            <TextField
              key={field}
              id={`${id}-${field}`}
              variant="outlined"
              label={t(`intake.edit.${field}`)}
              inputProps={{ maxLength: 100 }}
              value={edit[field] ?? incident[field] ?? ''}
              onChange={event => set(field, event.target.value)}
            />
          ))}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('intake.edit.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={Object.keys(edit).length === 0 || change.isPending}
          >
            {t('intake.edit.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
