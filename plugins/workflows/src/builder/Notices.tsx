import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { usePersonName } from '../hooks/usePersonName';
import { useTexts } from '../texts';
import { useBuilder, useBuilderEnvironment } from './context/BuilderContext';
import { useUiStore } from './context/UiContext';
import { DraftDialog } from './drafts/DraftDialog';

/** What one should know before going on: it cannot be changed, or it is old. */
export const Notices = () => (
  <>
    <DraftDialog />
    <VersionNotice />
  </>
);

const VersionNotice = () => {
  const { t } = useTexts();
  const { workflow, editable } = useBuilderEnvironment();
  const author = usePersonName(workflow.updatedBy);
  const ui = useUiStore();
  const version = useBuilder(state => state.saved.version);
  if (workflow.latestVersion > version) {
    return (
      <Alert
        severity="warning"
        action={
          <Button
            color="inherit"
            size="small"
            onClick={() => ui.setState({ conflict: workflow })}
          >
            {t('saving.conflict.compare')}
          </Button>
        }
      >
        {t('builder.notice.newer', {
          author,
          version: String(workflow.latestVersion),
        })}
      </Alert>
    );
  }
  return editable ? null : (
    <Alert severity="info">{t('builder.readOnly')}</Alert>
  );
};
