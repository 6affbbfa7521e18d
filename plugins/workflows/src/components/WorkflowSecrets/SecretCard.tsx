import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  SecretSummary,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { EntityLink } from '../EntityLink/EntityLink';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { StepButtons } from './StepButtons';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.5, 1.5),
    margin: 0,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  name: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  missing: { color: theme.palette.error.main },
  actions: { display: 'flex', gap: theme.spacing(1) },
}));

/** One secret: everything but its value. Without a summary it is named but not set. */
export function SecretCard(props: {
  name: string;
  secret?: SecretSummary;
  nodes: readonly WorkflowNode[];
  titleOf: (node: WorkflowNode) => string;
  onOpenNode: (id: string) => void;
  /** Absent for who may not. */
  onSet?: () => void;
  onDelete?: () => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { name, secret, onSet, onDelete } = props;
  return (
    <li className={classes.root}>
      <Typography variant="subtitle2" component="h4" className={classes.name}>
        {name}
      </Typography>
      {!secret && (
        <Typography variant="body2" className={classes.missing}>
          {t('secrets.card.missing')}
        </Typography>
      )}
      <Typography variant="body2" component="dl" className={classes.facts}>
        {secret && (
          <>
            <dt>{t('secrets.card.hosts')}</dt>
            <dd>{secret.allowedHosts.join(', ')}</dd>
            <dt>{t('secrets.card.set')}</dt>
            <dd>
              <RelativeTime iso={secret.updatedAt} /> {t('secrets.card.by')}{' '}
              <EntityLink entityRef={secret.updatedBy} />
            </dd>
            <dt>{t('secrets.card.used')}</dt>
            <dd>
              {secret.lastUsedAt ? (
                <RelativeTime iso={secret.lastUsedAt} />
              ) : (
                t('secrets.card.never')
              )}
            </dd>
          </>
        )}
        <dt>{t('secrets.card.steps')}</dt>
        <dd>
          <StepButtons {...props} />
        </dd>
      </Typography>
      {onSet && (
        <div className={classes.actions}>
          <Button
            size="small"
            variant="outlined"
            aria-label={t(
              secret ? 'secrets.card.replace' : 'secrets.card.setIt',
              { name },
            )}
            onClick={onSet}
          >
            {t(secret ? 'secrets.card.replaceShort' : 'secrets.card.setShort')}
          </Button>
          {secret && (
            <Button
              size="small"
              aria-label={t('secrets.card.delete', { name })}
              onClick={onDelete}
            >
              {t('secrets.card.deleteShort')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
