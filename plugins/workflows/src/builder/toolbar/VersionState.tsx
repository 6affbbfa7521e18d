import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { workflowsTranslationRef } from '../../translation';
import { useBuilder, useBuilderEnvironment } from '../context/BuilderContext';
import { isUnsaved } from '../store/createBuilderStore';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  chip: { margin: 0 },
}));

/** What is saved, what runs, and whether there is more than that. */
export const VersionState = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { latestVersion, publishedVersion } = useBuilderEnvironment().workflow;
  const unsaved = useBuilder(isUnsaved);
  const version = String(latestVersion);
  return (
    <div role="status" className={classes.root}>
      {unsaved && (
        <Chip
          size="small"
          className={classes.chip}
          color="primary"
          label={t('builder.toolbar.unsaved')}
        />
      )}
      <Typography variant="body2" color="textSecondary">
        {publishedVersion === undefined &&
          t('builder.toolbar.saved', { version })}
        {publishedVersion === latestVersion &&
          t('builder.toolbar.published', { version })}
        {publishedVersion !== undefined &&
          publishedVersion !== latestVersion &&
          t('builder.toolbar.unpublished', {
            published: String(publishedVersion),
          })}
      </Typography>
    </div>
  );
};
