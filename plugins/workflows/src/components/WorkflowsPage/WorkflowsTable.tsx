import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { WorkflowSummary } from 'backstage-plugin-workflows-common';
import { workflowRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { ClampedText } from '../DataTable/ClampedText';
import { DataTable } from '../DataTable/DataTable';
import { EntityLink } from '../EntityLink/EntityLink';
import { TriggerName } from '../ExecutionsTable/TriggerName';
import { LastRun } from './LastRun';
import { WorkflowActions } from './WorkflowActions';
import { WorkflowStateChips } from './WorkflowStateChips';

export function WorkflowsTable(props: { workflows: WorkflowSummary[] }) {
  const { t } = useTexts();
  const workflowPath = useRouteRef(workflowRouteRef);
  return (
    <DataTable
      label={t('workflows.list.label')}
      rows={props.workflows}
      columns={[
        {
          id: 'name',
          header: t('workflows.list.name'),
          wide: true,
          render: ({ id, name, description }) => (
            <>
              <ClampedText text={name}>
                <Link to={workflowPath({ id })}>{name}</Link>
              </ClampedText>
              <Typography variant="caption" color="textSecondary">
                <ClampedText text={description}>{description}</ClampedText>
              </Typography>
            </>
          ),
        },
        {
          id: 'state',
          header: t('workflows.list.state'),
          render: workflow => <WorkflowStateChips workflow={workflow} />,
        },
        {
          id: 'owner',
          header: t('workflows.list.owner'),
          hide: 'narrow',
          oneLine: true,
          render: ({ ownerRef }) =>
            ownerRef ? (
              <EntityLink entityRef={ownerRef} />
            ) : (
              t('workflows.list.global')
            ),
        },
        {
          id: 'trigger',
          header: t('workflows.list.trigger'),
          hide: 'medium',
          oneLine: true,
          render: ({ triggerType }) => <TriggerName trigger={triggerType} />,
        },
        {
          id: 'lastRun',
          header: t('workflows.list.lastRun'),
          hide: 'narrow',
          oneLine: true,
          render: ({ lastExecution }) => <LastRun execution={lastExecution} />,
        },
        {
          id: 'actions',
          header: t('workflows.list.actions'),
          oneLine: true,
          render: workflow =>
            workflow.editable && <WorkflowActions workflow={workflow} />,
        },
      ]}
    />
  );
}
