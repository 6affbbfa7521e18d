import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import EditIcon from '@material-ui/icons/Edit';
import PauseCircleOutlineIcon from '@material-ui/icons/PauseCircleOutline';
import type { WorkflowSummary } from 'backstage-plugin-workflows-common';
import { executionRouteRef, workflowRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { ClampedText } from '../DataTable/ClampedText';
import { DataTable } from '../DataTable/DataTable';
import { TriggerName } from '../ExecutionsTable/TriggerName';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { StatusChip } from '../StatusChip/StatusChip';
import { ScopeReason } from './ScopeReason';

/** Workflows with what matters at an entity: do they run, on what, and when last. */
export function EntityWorkflowsTable(props: { workflows: WorkflowSummary[] }) {
  const { t } = useTexts();
  const workflowPath = useRouteRef(workflowRouteRef);
  const executionPath = useRouteRef(executionRouteRef);
  return (
    <DataTable
      label={t('history.entity.workflows')}
      rows={props.workflows}
      columns={[
        {
          id: 'state',
          header: t('history.entity.columns.state'),
          render: workflow => <WorkflowState workflow={workflow} />,
        },
        {
          id: 'name',
          header: t('history.entity.columns.name'),
          wide: true,
          render: ({ id, name }) => (
            <ClampedText text={name}>
              <Link to={workflowPath({ id })}>{name}</Link>
            </ClampedText>
          ),
        },
        {
          id: 'scope',
          header: t('catalog.scope.header'),
          wide: true,
          render: ({ scope }) => scope && <ScopeReason scope={scope} />,
        },
        {
          id: 'trigger',
          header: t('history.entity.columns.trigger'),
          hide: 'narrow',
          render: ({ triggerType }) => <TriggerName trigger={triggerType} />,
        },
        {
          id: 'lastRun',
          header: t('history.entity.columns.lastRun'),
          oneLine: true,
          render: ({ lastExecution }) =>
            lastExecution ? (
              <Link to={executionPath({ id: lastExecution.id })}>
                <RelativeTime iso={lastExecution.createdAt} />
              </Link>
            ) : (
              t('history.entity.neverRan')
            ),
        },
      ]}
    />
  );
}

function WorkflowState({ workflow }: { workflow: WorkflowSummary }) {
  const { t } = useTexts();
  if (workflow.publishedVersion === undefined) {
    return (
      <StatusChip
        tone="neutral"
        icon={EditIcon}
        label={t('history.entity.draft')}
      />
    );
  }
  return workflow.enabled ? (
    <StatusChip
      tone="ok"
      icon={CheckCircleOutlineIcon}
      label={t('history.entity.enabled')}
    />
  ) : (
    <StatusChip
      tone="neutral"
      icon={PauseCircleOutlineIcon}
      label={t('history.entity.disabled')}
    />
  );
}
