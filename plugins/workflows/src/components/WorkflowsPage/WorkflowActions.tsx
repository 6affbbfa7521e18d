import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Switch from '@material-ui/core/Switch';
import Tooltip from '@material-ui/core/Tooltip';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import PublishIcon from '@material-ui/icons/Publish';
import type { WorkflowSummary } from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { useWorkflowCommand } from '../../hooks/useWorkflowCommand';
import { workflowsTranslationRef } from '../../translation';
import { DeleteWorkflowDialog } from './DeleteWorkflowDialog';

/** What can be done to a workflow without opening it. */
export function WorkflowActions({ workflow }: { workflow: WorkflowSummary }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const command = useWorkflowCommand();
  const [isDeleting, setIsDeleting] = useState(false);
  const { id, name, enabled, latestVersion, publishedVersion } = workflow;
  const version = String(latestVersion);
  const named = { name, version };
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
        disabled={publishedVersion === undefined || command.isPending}
        inputProps={{
          'aria-label': t(
            enabled ? 'workflows.actions.disable' : 'workflows.actions.enable',
            named,
          ),
        }}
        onChange={() =>
          command.mutate({
            run: api =>
              enabled ? api.disableWorkflow(id) : api.enableWorkflow(id),
            done: t(
              enabled
                ? 'workflows.actions.disabled'
                : 'workflows.actions.enabled',
              named,
            ),
          })
        }
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
      {isDeleting && (
        <DeleteWorkflowDialog
          workflow={workflow}
          onClose={() => setIsDeleting(false)}
        />
      )}
    </>
  );
}
