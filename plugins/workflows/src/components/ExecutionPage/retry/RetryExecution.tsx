import Button from '@material-ui/core/Button';
import type { WorkflowExecution } from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { useTexts } from '../../../texts';
import { RetryDialog } from './RetryDialog';

/** Runs it once more, after asking how. */
export function RetryExecution(props: { execution: WorkflowExecution }) {
  const { t } = useTexts();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setIsAsking(true)}>
        {t('history.execution.retry.button')}
      </Button>
      {isAsking && (
        <RetryDialog
          execution={props.execution}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
