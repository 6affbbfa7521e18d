import IconButton from '@material-ui/core/IconButton';
import Switch from '@material-ui/core/Switch';
import Tooltip from '@material-ui/core/Tooltip';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import PublishIcon from '@material-ui/icons/Publish';
import type { WorkflowSummary } from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { useEnableSwitch } from '../../hooks/useEnableSwitch';
import { useWorkflowCommand } from '../../hooks/useWorkflowCommand';
import { useTexts } from '../../texts';
import { DisableWorkflowDialog } from '../DisableWorkflow/DisableWorkflowDialog';
import { DeleteWorkflowDialog } from './DeleteWorkflowDialog';

/** What can be done to a workflow without opening it. */
export function WorkflowActions({ workflow }: { workflow: WorkflowSummary }) {
  const { t } = useTexts();
  const command = useWorkflowCommand();
  const [isDeleting, setIsDeleting] = useState(false);
  const { id, name, enabled, latestVersion, publishedVersion } = workflow;
  const version = String(latestVersion);
  const named = { name, version };
  const enabling = useEnableSwitch({
    workflow,
    done: {
      enabled: t('workflows.actions.enabled', named),
      disabled: t('workflows.actions.disabled', named),
    },
  });
  const buttons = {
    publish: t('workflows.actions.publish', named),
    delete: t('workflows.actions.delete', named),
  };
  return (
    <>
      <Switch
        size="small"
        color="primary"
        checked={enabled}
        disabled={publishedVersion === undefined || enabling.isPending}
        inputProps={{
          'aria-label': t(
            enabled ? 'workflows.actions.disable' : 'workflows.actions.enable',
            named,
          ),
        }}
        onChange={enabling.turn}
      />
      <Tooltip title={buttons.publish}>
        <span>
          <IconButton
            size="small"
            aria-label={buttons.publish}
            disabled={latestVersion === publishedVersion || command.isPending}
            onClick={() =>
              command.mutate({
                run: api => api.publishWorkflow(id, latestVersion),
                done: t('workflows.actions.published', named),
              })
            }
          >
            <PublishIcon fontSize="small" />
          </IconButton>
        </span>
      </Tooltip>
      <Tooltip title={buttons.delete}>
        <IconButton
          size="small"
          aria-label={buttons.delete}
          onClick={() => setIsDeleting(true)}
        >
          <DeleteIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      {enabling.question && (
        <DisableWorkflowDialog
          name={name}
          runs={enabling.question}
          onAnswer={enabling.answer}
          onClose={enabling.leave}
        />
      )}
      {isDeleting && (
        <DeleteWorkflowDialog
          workflow={workflow}
          onClose={() => setIsDeleting(false)}
        />
      )}
    </>
  );
}
