import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts';
import { useBuilder, useBuilderEnvironment } from '../context/BuilderContext';
import { isUnsaved } from '../store/createBuilderStore';

const useStyles = makeStyles(theme => ({
  // It has what room there is, and never sends a button to the next line.
  root: {
    display: 'flex',
    flex: '100 1 96px',
    alignItems: 'center',
    gap: theme.spacing(1),
    minWidth: 0,
  },
  chip: { flexShrink: 0, margin: 0 },
}));

/** What is saved, what runs, and whether there is more than that. */
export const VersionState = () => {
  const classes = useStyles();
  const { t } = useTexts();
  const { latestVersion, publishedVersion } = useBuilderEnvironment().workflow;
  const unsaved = useBuilder(isUnsaved);
  const version = String(latestVersion);
  const published =
    (publishedVersion === undefined &&
      t('builder.toolbar.saved', { version })) ||
    (publishedVersion === latestVersion &&
      t('builder.toolbar.published', { version })) ||
    t('builder.toolbar.unpublished', { published: String(publishedVersion) });
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
      <Typography
        noWrap
        variant="body2"
        color="textSecondary"
        title={published}
      >
        {published}
      </Typography>
    </div>
  );
};
