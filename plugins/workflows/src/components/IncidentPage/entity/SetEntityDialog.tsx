import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { IncidentDetail } from 'backstage-plugin-workflows-common';
import { type FormEvent, useId, useState } from 'react';
import { workflowsApiRef } from '../../../api/workflowsApiRef';
import { keysChangedBy } from '../../../hooks/queryKeys';
import { useTexts } from '../../../texts';
import { EntityField } from '../../EntityField/EntityField';
import { errorMessage } from '../../Notice/errorMessage';

const useStyles = makeStyles(theme => ({
  content: { display: 'grid', gap: theme.spacing(2) },
}));

/** Asks for the entity, or to go by the source again. */
export function SetEntityDialog(props: {
  incident: IncidentDetail;
  onClose: () => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { incident, onClose } = props;
  const id = useId();
  const [picked, setPicked] = useState<string>();
  const change = useSetEntity(incident.id, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(picked!);
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <form onSubmit={submit}>
        <DialogTitle id={id}>{t('catalog.entity.dialog.title')}</DialogTitle>
        <DialogContent className={classes.content}>
          {change.error && (
            <Alert severity="error">
              {t('catalog.entity.dialog.failed')}: {errorMessage(change.error)}
            </Alert>
          )}
          <DialogContentText color="textPrimary">
            {t('catalog.entity.dialog.text')}
          </DialogContentText>
          <EntityField
            id={`${id}-entity`}
            value={picked}
            onChange={setPicked}
          />
        </DialogContent>
        <DialogActions>
          {incident.entityResolution?.resolvedBy === 'hand' && (
            <Button
              disabled={change.isPending}
              onClick={() => change.mutate(null)}
            >
              {t('catalog.entity.dialog.bySource')}
            </Button>
          )}
          <Button onClick={onClose}>{t('catalog.entity.dialog.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={
              !picked || picked === incident.entityRef || change.isPending
            }
          >
            {t('catalog.entity.dialog.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useSetEntity(incidentId: string, onSuccess: () => void) {
  const api = useApi(workflowsApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (entityRef: string | null) =>
      api.updateIncident(incidentId, { entityRef }),
    onSuccess: async () => {
      await Promise.all(
        keysChangedBy({ kind: 'incident', id: incidentId }).map(queryKey =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
      onSuccess();
    },
  });
}
