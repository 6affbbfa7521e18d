import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type WorkflowExecution,
  isFinished,
} from 'backstage-plugin-workflows-common';
import { workflowRouteRef } from '../../routes';
import { workflowsTranslationRef } from '../../translation';
import { DetailTitle } from '../DetailPage/DetailTitle';
import { ExecutionStatusChip } from '../ExecutionStatus/ExecutionStatusChip';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { CancelExecution } from './CancelExecution';
import { Countdown } from './Countdown';
import { RetryExecution } from './retry/RetryExecution';

/** Which workflow ran, how it stands, and the way to stop or to repeat it. */
export function ExecutionHeader(props: { execution: WorkflowExecution }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const workflowPath = useRouteRef(workflowRouteRef);
  const { execution } = props;
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
        isFinished(execution.status) ? (
          <RetryExecution key={execution.id} execution={execution} />
        ) : (
          <CancelExecution executionId={execution.id} />
        )
      }
    />
  );
}
