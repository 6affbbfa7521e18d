import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Workflow,
  WorkflowDefinition,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { useMemo, useState } from 'react';
import { useSecretsQuery } from '../../hooks/useWorkflowQueries';
import { useTexts } from '../../texts';
import { ErrorNotice } from '../Notice/ErrorNotice';
import { LoadingRows } from '../Notice/LoadingRows';
import { DeleteSecretDialog } from './DeleteSecretDialog';
import { SecretCard } from './SecretCard';
import { SecretDialog } from './SecretDialog';
import { type SecretUse, secretUses } from './secretUses';
import { useMayChangeSecrets } from './useMayChangeSecrets';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), padding: theme.spacing(2) },
  list: {
    display: 'grid',
    gap: theme.spacing(1.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  add: { justifySelf: 'start' },
}));

type Open = { kind: 'add' } | { kind: 'set' | 'delete'; name: string };

/**
 * The secrets of a workflow, those that its definition names but that nobody has
 * set included. Values go in and never come out.
 */
export function WorkflowSecrets(props: {
  workflow: Pick<Workflow, 'id' | 'ownerRef' | 'publishedVersion'>;
  definition: WorkflowDefinition;
  titleOf: (node: WorkflowNode) => string;
  onOpenNode: (id: string) => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { workflow, definition, titleOf, onOpenNode } = props;
  const query = useSecretsQuery(workflow.id);
  const mayChange = useMayChangeSecrets(workflow);
  const uses = useMemo(
    () => new Map(secretUses(definition).map(use => [use.name, use])),
    [definition],
  );
  const [open, setOpen] = useState<Open>();

  if (query.error) {
    return (
      <div className={classes.root}>
        <ErrorNotice error={query.error} onRetry={() => query.refetch()} />
      </div>
    );
  }
  if (!query.data) {
    return (
      <div className={classes.root}>
        <LoadingRows rows={3} />
      </div>
    );
  }
  const secrets = new Map(query.data.map(secret => [secret.name, secret]));
  const names = [...new Set([...secrets.keys(), ...uses.keys()])].sort();
  const close = () => setOpen(undefined);
  const usageOf = (name: string): SecretUse =>
    uses.get(name) ?? { name, nodes: [], hosts: [] };
  return (
    <div className={classes.root}>
      <Typography variant="body2" color="textSecondary">
        {t('secrets.help')}
      </Typography>
      {names.length === 0 && (
        <Typography variant="body2">{t('secrets.empty')}</Typography>
      )}
      {names.length > 0 && (
        <ul className={classes.list} aria-label={t('secrets.list')}>
          {names.map(name => (
            <SecretCard
              key={name}
              name={name}
              secret={secrets.get(name)}
              nodes={usageOf(name).nodes}
              titleOf={titleOf}
              onOpenNode={onOpenNode}
              onSet={
                mayChange ? () => setOpen({ kind: 'set', name }) : undefined
              }
              onDelete={() => setOpen({ kind: 'delete', name })}
            />
          ))}
        </ul>
      )}
      {mayChange ? (
        <Button
          className={classes.add}
          variant="outlined"
          onClick={() => setOpen({ kind: 'add' })}
        >
          {t('secrets.add')}
        </Button>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('secrets.readOnly')}
        </Typography>
      )}
      {open?.kind === 'add' && (
        <SecretDialog
          workflowId={workflow.id}
          taken={[...secrets.keys()]}
          onClose={close}
        />
      )}
      {open?.kind === 'set' && (
        <SecretDialog
          workflowId={workflow.id}
          name={open.name}
          replaces={secrets.has(open.name)}
          hosts={
            secrets.get(open.name)?.allowedHosts ?? usageOf(open.name).hosts
          }
          onClose={close}
        />
      )}
      {open?.kind === 'delete' && (
        <DeleteSecretDialog
          workflowId={workflow.id}
          name={open.name}
          steps={usageOf(open.name).nodes.map(titleOf)}
          isPublished={workflow.publishedVersion !== undefined}
          onClose={close}
        />
      )}
    </div>
  );
}
