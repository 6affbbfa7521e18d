import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  type WorkflowExecution,
  executionCancelPermission,
  executionRetryPermission,
  isFinished,
} from 'backstage-plugin-workflows-common';
import { useMayChange } from '../../hooks/useCapabilities';
import { workflowRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { DetailTitle } from '../DetailPage/DetailTitle';
import { ExecutionStatusChip } from '../ExecutionStatus/ExecutionStatusChip';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { CancelExecution } from './CancelExecution';
import { Countdown } from './Countdown';
import { RetryExecution } from './retry/RetryExecution';

/** Which workflow ran, how it stands, and the way to stop or to repeat it. */
export function ExecutionHeader(props: { execution: WorkflowExecution }) {
  const { t } = useTexts();
  const workflowPath = useRouteRef(workflowRouteRef);
  const { execution } = props;
  const isOurs = useMayChange(execution.ownerRef);
  const resourceRef = execution.id;
  const retry = usePermission({
    permission: executionRetryPermission,
    resourceRef,
  });
  const cancel = usePermission({
    permission: executionCancelPermission,
    resourceRef,
  });
  const mayRetry = isOurs && retry.allowed;
  const mayCancel = isOurs && cancel.allowed;
  return (
    <DetailTitle
      title={
        <Link to={workflowPath({ id: execution.workflowId })}>
          {execution.workflowName}
        </Link>
      }
      line={
        <>
          <ExecutionStatusChip status={execution.status} />
          <span>
            {t('history.execution.version', {
              version: String(execution.version),
            })}
          </span>
          <RelativeTime iso={execution.startedAt ?? execution.createdAt} />
          {execution.status === 'WAITING' && execution.resumeAt && (
            <Countdown until={execution.resumeAt} />
          )}
        </>
      }
      action={
        isFinished(execution.status)
          ? mayRetry && (
              <RetryExecution key={execution.id} execution={execution} />
            )
          : mayCancel && <CancelExecution executionId={execution.id} />
      }
    />
  );
}
