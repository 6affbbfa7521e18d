import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import ArrowBackIcon from '@material-ui/icons/ArrowBack';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { ConflictDialog } from '../conflict/ConflictDialog';
import { useBuilder, useBuilderEnvironment } from '../context/BuilderContext';
import { REGION } from '../keyboard/regions';
import { useGlobalKeys } from '../keyboard/useGlobalKeys';
import { isUnsaved } from '../store/createBuilderStore';
import { EditButtons } from './EditButtons';
import { EnableSwitch } from './EnableSwitch';
import { Hint } from './Hint';
import { NameField } from './NameField';
import { PublishButton } from './PublishButton';
import { VersionState } from './VersionState';
import { useSaveWorkflow } from './useSaveWorkflow';
import { ViewButtons } from './ViewButtons';
import { TOOLBAR_ITEMS } from './toolbarItems';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2, 1, 1),
    background: theme.palette.background.paper,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  space: { flex: 1 },
}));

/** Name and state of the workflow, and everything that is done to all of it. */
export const Toolbar = () => {
  const classes = useStyles();
  const { t } = useTexts();
  const { editable } = useBuilderEnvironment();
  const rootPath = useRouteRef(rootRouteRef)();
  const unsaved = useBuilder(isUnsaved);
  const saving = useSaveWorkflow();
  useGlobalKeys({ onSave: saving.save });
  return (
    <header
      className={classes.root}
      aria-label={t('builder.toolbar.label')}
      {...{ [REGION]: 'toolbar' }}
    >
      <IconButton
        component={Link}
        role="link"
        to={rootPath}
        size="small"
        aria-label={t('builder.toolbar.back')}
      >
        <ArrowBackIcon />
      </IconButton>
      <NameField />
      <VersionState />
      <span className={classes.space} />
      {editable && <EditButtons />}
      <ViewButtons />
      {TOOLBAR_ITEMS.map(({ id, Component }) => (
        <Component key={id} />
      ))}
      {editable && (
        <>
          <EnableSwitch />
          <Hint
            title={t(
              unsaved
                ? 'builder.toolbar.saveHint'
                : 'builder.toolbar.saveNothing',
            )}
          >
            <Button
              variant="outlined"
              color="primary"
              data-testid="save-workflow"
              disabled={!unsaved || saving.isSaving}
              onClick={saving.save}
            >
              {t('builder.toolbar.save')}
            </Button>
          </Hint>
          <PublishButton />
        </>
      )}
      {saving.conflict && (
        <ConflictDialog
          key={saving.conflict.latestVersion}
          theirs={saving.conflict}
          busy={saving.isSaving}
          onMerge={saving.merge}
          onReload={saving.reload}
          onOverwrite={saving.overwrite}
          onDismiss={saving.dismiss}
        />
      )}
    </header>
  );
};
