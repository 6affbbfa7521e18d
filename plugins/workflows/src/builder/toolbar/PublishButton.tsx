import Button from '@material-ui/core/Button';
import { blocksPublishing } from 'backstage-plugin-workflows-common';
import { useWorkflowCommand } from '../../hooks/useWorkflowCommand';
import { useTexts } from '../../texts';
import { useBuilder, useBuilderEnvironment } from '../context/BuilderContext';
import { useProblems } from '../context/ProblemsContext';
import { isUnsaved } from '../store/createBuilderStore';
import { Hint } from './Hint';

/** Makes the latest version the one that runs. */
export const PublishButton = () => {
  const { t } = useTexts();
  const { id, latestVersion, publishedVersion } =
    useBuilderEnvironment().workflow;
  const unsaved = useBuilder(isUnsaved);
  const problems = useProblems();
  const hasErrors = problems.some(blocksPublishing);
  const command = useWorkflowCommand();
  const version = String(latestVersion);
  const refusal =
    (unsaved && t('builder.toolbar.publishUnsaved')) ||
    (hasErrors && t('builder.toolbar.publishBlocked')) ||
    (latestVersion === publishedVersion && t('builder.toolbar.publishNothing'));
  const hint =
    problems.length > 0
      ? t('builder.toolbar.publishWarned', { version, count: problems.length })
      : t('builder.toolbar.publishHint', { version });
  return (
    <Hint title={refusal || hint}>
      <Button
        variant="contained"
        color="primary"
        data-testid="publish-workflow"
        disabled={Boolean(refusal) || command.isPending}
        onClick={() =>
          command.mutate({
            run: api => api.publishWorkflow(id, latestVersion),
            done: t('builder.notice.published', { version }),
          })
        }
      >
        {t('builder.toolbar.publish')}
      </Button>
    </Hint>
  );
};
