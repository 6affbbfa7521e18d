import Button from '@material-ui/core/Button';
import type { WorkflowSummary } from 'backstage-plugin-workflows-common';
import { useId, useState } from 'react';
import { useTexts } from '../../texts';
import { RunByHandDialog } from './RunByHandDialog';
import { WorkflowField } from './WorkflowField';

/** For an incident's page: asks for the workflow. */
export function RunWorkflowButton(props: { incidentId: string }) {
  const { t } = useTexts();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [workflow, setWorkflow] = useState<WorkflowSummary>();
  return (
    <>
      <Button variant="outlined" color="primary" onClick={() => setOpen(true)}>
        {t('matching.run.workflowButton')}
      </Button>
      {open && (
        <RunByHandDialog
          title={t('matching.run.workflowTitle')}
          text={t('matching.run.workflowText')}
          incidentId={props.incidentId}
          workflowId={workflow?.id}
          onClose={() => setOpen(false)}
        >
          <WorkflowField
            id={id}
            label={t('matching.run.workflow')}
            value={workflow}
            onPick={setWorkflow}
          />
        </RunByHandDialog>
      )}
    </>
  );
}
