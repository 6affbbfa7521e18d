import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { workflowsTranslationRef } from '../translation';
import { useBuilder, useBuilderEnvironment } from './context/BuilderContext';

/** What one should know before going on: it cannot be changed, or it is old. */
export const Notices = () => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { store, workflow, editable } = useBuilderEnvironment();
  const version = useBuilder(state => state.saved.version);
  if (workflow.latestVersion > version) {
    return (
      <Alert
        severity="warning"
        action={
          <Button
            color="inherit"
            size="small"
            onClick={() => store.getState().load(workflow)}
          >
            {t('builder.notice.newerLoad')}
          </Button>
        }
      >
        {t('builder.notice.newer', {
          author: workflow.updatedBy,
          version: String(workflow.latestVersion),
        })}
      </Alert>
    );
  }
  return editable ? null : (
    <Alert severity="info">{t('builder.readOnly')}</Alert>
  );
};
