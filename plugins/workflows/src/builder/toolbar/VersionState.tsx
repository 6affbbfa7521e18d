import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { workflowsTranslationRef } from '../../translation';
import { useBuilder, useBuilderEnvironment } from '../context/BuilderContext';
import { isUnsaved } from '../store/createBuilderStore';

/** What is saved, what runs, and whether there is more than that. */
export const VersionState = () => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { latestVersion, publishedVersion } = useBuilderEnvironment().workflow;
  const unsaved = useBuilder(isUnsaved);
  const version = String(latestVersion);
  return (
    <div role="status">
      {unsaved ? (
        <Chip
          size="small"
          style={{ margin: 0 }}
          color="primary"
          label={t('builder.toolbar.unsaved')}
        />
      ) : (
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
      )}
    </div>
  );
};
