import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { WorkflowExecution } from 'backstage-plugin-workflows-common';
import { executionRouteRef, incidentRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { CopyButton } from '../CopyButton/CopyButton';
import { ClampedText } from '../DataTable/ClampedText';
import { EntityLink } from '../EntityLink/EntityLink';
import { TriggerName } from '../ExecutionsTable/TriggerName';
import { Facts } from '../Facts/Facts';
import { absoluteTime } from '../RelativeTime/absoluteTime';
import { describeDuration } from '../RelativeTime/describeDuration';

/** What a run was for and when it was. */
export function ExecutionFacts(props: { execution: WorkflowExecution }) {
  const { t } = useTexts();
  const incidentPath = useRouteRef(incidentRouteRef);
  const executionPath = useRouteRef(executionRouteRef);
  const { execution } = props;
  const time = (iso: string | undefined) => iso && absoluteTime(iso);
  return (
    <Facts
      facts={[
        {
          label: t('history.execution.incident'),
          value: execution.incidentId && (
            <ClampedText text={execution.incidentTitle ?? ''}>
              <Link to={incidentPath({ id: execution.incidentId })}>
                {execution.incidentTitle ||
                  t('history.execution.incidentUntitled')}
              </Link>
            </ClampedText>
          ),
        },
        {
          label: t('history.execution.entity'),
          value: execution.entityRef && (
            <EntityLink entityRef={execution.entityRef} />
          ),
        },
        {
          label: t('history.execution.owner'),
          value: execution.ownerRef && (
            <EntityLink entityRef={execution.ownerRef} />
          ),
        },
        {
          label: t('history.execution.trigger'),
          value: <TriggerName trigger={execution.trigger} />,
        },
        {
          label: t('history.execution.parent'),
          value: execution.parentId && (
            <Link to={executionPath({ id: execution.parentId })}>
              {t('history.execution.parentLink')}
            </Link>
          ),
        },
        {
          label: t('history.execution.requestedBy'),
          value: execution.requestedBy && (
            <EntityLink entityRef={execution.requestedBy} />
          ),
        },
        {
          label: t('history.execution.created'),
          // A run starts at once as a rule, and then this says nothing new.
          value: execution.startedAt ? undefined : time(execution.createdAt),
        },
        {
          label: t('history.execution.started'),
          value: time(execution.startedAt),
        },
        {
          label: t('history.execution.finished'),
          value: time(execution.finishedAt),
        },
        {
          label: t('history.execution.active'),
          value: describeDuration(execution.activeMs),
        },
        {
          label: t('history.execution.id'),
          value: (
            <>
              <code>{execution.id}</code>
              <CopyButton
                text={execution.id}
                label={t('history.execution.copyId')}
              />
            </>
          ),
        },
      ]}
    />
  );
}
