import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Workflow } from 'backstage-plugin-workflows-common';
import { useMemo, useState } from 'react';
import { absoluteTime } from '../../components/RelativeTime/absoluteTime';
import { usePersonName } from '../../hooks/usePersonName';
import { useTexts } from '../../texts';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { type BuilderDocument, documentOf } from '../model/document';
import { Hint } from '../toolbar/Hint';
import { DifferenceChoice } from './DifferenceChoice';
import { useDifferenceText } from './useDifferenceText';
import { useMerge } from './useMerge';

const useStyles = makeStyles(theme => ({
  group: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1),
    margin: theme.spacing(2, 0),
  },
  actions: { flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Somebody else saved first. Nothing is lost until a choice is made here. */
export const ConflictDialog = (props: {
  theirs: Workflow;
  busy: boolean;
  onMerge: (document: BuilderDocument) => void;
  onReload: () => void;
  onOverwrite: () => void;
  onDismiss: () => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { store } = useBuilderEnvironment();
  const { latestVersion, updatedBy, updatedAt } = props.theirs;
  const author = usePersonName(updatedBy);
  // While it is open nothing can be edited.
  const [{ document: mine, saved }] = useState(store.getState);
  const theirs = useMemo(() => documentOf(props.theirs), [props.theirs]);
  const merge = useMerge({ base: saved.document, mine, theirs });
  const text = useDifferenceText(merge.documents);
  const version = String(latestVersion);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      onClose={props.onDismiss}
      aria-labelledby="workflow-conflict"
    >
      <DialogTitle id="workflow-conflict">
        {t('builder.conflict.title')}
      </DialogTitle>
      {/* What scrolls must be reachable without a mouse. */}
      <DialogContent dividers tabIndex={0}>
        <DialogContentText color="textPrimary">
          {t('builder.conflict.text', {
            author,
            version,
            time: absoluteTime(updatedAt),
            mine: String(saved.version),
          })}
        </DialogContentText>
        {merge.differences.length === 0 && (
          <Typography>{t('saving.conflict.none')}</Typography>
        )}
        {(['both', 'me', 'them'] as const).map(by => {
          const group = merge.differences.filter(
            ({ changedBy }) => changedBy === by,
          );
          return (
            group.length > 0 && (
              <section key={by} className={classes.group}>
                <Typography variant="subtitle1" component="h3">
                  {t(`saving.conflict.${by}`, { count: group.length, author })}
                </Typography>
                {group.map(difference => (
                  <DifferenceChoice
                    key={difference.key}
                    difference={difference}
                    text={text}
                    chosen={merge.chosen(difference)}
                    onChoose={side => merge.choose(difference.key, side)}
                  />
                ))}
              </section>
            )
          );
        })}
        {merge.layoutCount > 0 && (
          <Typography variant="body2" color="textSecondary">
            {t('saving.conflict.layout', { count: merge.layoutCount })}
          </Typography>
        )}
        <Typography variant="body2" color="textSecondary">
          {t('builder.conflict.overwriteHint', { version })}
        </Typography>
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button onClick={props.onDismiss}>{t('builder.conflict.stay')}</Button>
        <Button onClick={props.onReload} disabled={props.busy}>
          {t('builder.conflict.reload', { version })}
        </Button>
        <Button onClick={props.onOverwrite} disabled={props.busy}>
          {t('builder.conflict.overwrite', {
            next: String(latestVersion + 1),
          })}
        </Button>
        <Hint
          title={
            merge.isDecided
              ? t('saving.conflict.mergeHint', { version })
              : t('saving.conflict.mergeChoose')
          }
        >
          <Button
            color="primary"
            variant="contained"
            disabled={!merge.isDecided || props.busy}
            onClick={() => props.onMerge(merge.merged())}
          >
            {t('saving.conflict.merge')}
          </Button>
        </Hint>
      </DialogActions>
    </Dialog>
  );
};
