import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { workflowsApiRef } from '../../api/workflowsApiRef';
import { emptyDefinition } from '../../builder/model/document';
import { workflowRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { OwnerField } from './OwnerField';

const useStyles = makeStyles(theme => ({
  content: { display: 'grid', gap: theme.spacing(2) },
}));

/** Makes a workflow with a trigger only, and opens it in the builder. */
export function CreateWorkflowDialog(props: { onClose: () => void }) {
  const classes = useStyles();
  const { t } = useTexts();
  const api = useApi(workflowsApiRef);
  const navigate = useNavigate();
  const workflowPath = useRouteRef(workflowRouteRef);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [ownerRef, setOwnerRef] = useState<string>();
  const creation = useMutation({
    mutationFn: () =>
      api.createWorkflow({
        name: name.trim(),
        description: description.trim(),
        ownerRef,
        definition: emptyDefinition(),
      }),
    onSuccess: ({ id }) => navigate(workflowPath({ id })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    creation.mutate();
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={props.onClose}
      aria-labelledby="create-workflow"
    >
      <form onSubmit={submit}>
        <DialogTitle id="create-workflow">
          {t('workflows.create.title')}
        </DialogTitle>
        <DialogContent className={classes.content}>
          {creation.error && (
            <Alert severity="error">{creation.error.message}</Alert>
          )}
          <TextField
            required
            id="create-workflow-name"
            variant="outlined"
            label={t('workflows.create.name')}
            inputProps={{ maxLength: 120 }}
            value={name}
            onChange={event => setName(event.target.value)}
          />
          <TextField
            multiline
            minRows={2}
            id="create-workflow-description"
            variant="outlined"
            label={t('workflows.create.description')}
            helperText={t('workflows.create.descriptionHelp')}
            inputProps={{ maxLength: 2_000 }}
            value={description}
            onChange={event => setDescription(event.target.value)}
          />
          <OwnerField value={ownerRef} onChange={setOwnerRef} />
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose}>
            {t('workflows.create.cancel')}
          </Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={!name.trim() || creation.isPending}
          >
            {t('workflows.create.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
