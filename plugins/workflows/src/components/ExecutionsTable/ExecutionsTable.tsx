import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { WorkflowExecution } from 'backstage-plugin-workflows-common';
import { executionRouteRef, incidentRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { ClampedText } from '../DataTable/ClampedText';
import { type DataColumn, DataTable } from '../DataTable/DataTable';
import { EntityLink } from '../EntityLink/EntityLink';
import { ExecutionStatusChip } from '../ExecutionStatus/ExecutionStatusChip';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { describeDuration } from '../RelativeTime/describeDuration';
import { TriggerName } from './TriggerName';

type Without = 'incident' | 'entity';

/** Runs, one a row; the workflow's name leads to the run. */
export function ExecutionsTable(props: {
  executions: WorkflowExecution[];
  /** Columns that the page around it says already. */
  without?: Without[];
}) {
  const { t } = useTexts();
  const executionPath = useRouteRef(executionRouteRef);
  const incidentPath = useRouteRef(incidentRouteRef);
  const columns: DataColumn<WorkflowExecution>[] = [
    {
      id: 'status',
      header: t('history.executions.columns.status'),
      render: ({ status }) => <ExecutionStatusChip status={status} />,
    },
    {
      id: 'workflow',
      header: t('history.executions.columns.workflow'),
      wide: true,
      render: row => (
        <ClampedText text={row.workflowName}>
          <Link to={executionPath({ id: row.id })}>{row.workflowName}</Link>{' '}
          {t('history.executions.version', { version: String(row.version) })}
          {row.mode === 'test' && ` · ${t('history.executions.test')}`}
          {/* It never ran, so nobody would look for the reason on its page. */}
          {row.status === 'SKIPPED' && row.reason && ` · ${row.reason}`}
        </ClampedText>
      ),
    },
    {
      id: 'incident',
      header: t('history.executions.columns.incident'),
      wide: true,
      render: row =>
        row.incidentId ? (
          <ClampedText text={row.incidentTitle ?? row.incidentId}>
            <Link to={incidentPath({ id: row.incidentId })}>
              {row.incidentTitle || t('history.incidents.untitled')}
            </Link>
          </ClampedText>
        ) : (
          '–'
        ),
    },
    {
      id: 'entity',
      header: t('history.executions.columns.entity'),
      hide: 'narrow',
      render: ({ entityRef }) =>
        entityRef ? <EntityLink entityRef={entityRef} /> : '–',
    },
    {
      id: 'trigger',
      header: t('history.executions.columns.trigger'),
      hide: 'medium',
      oneLine: true,
      render: ({ trigger }) => <TriggerName trigger={trigger} />,
    },
    {
      id: 'started',
      header: t('history.executions.columns.started'),
      oneLine: true,
      render: row => <RelativeTime iso={row.startedAt ?? row.createdAt} />,
    },
    {
      id: 'duration',
      header: t('history.executions.columns.duration'),
      oneLine: true,
      hide: 'narrow',
      render: row => (row.startedAt ? describeDuration(row.activeMs) : '–'),
    },
  ];
  return (
    <DataTable
      label={t('history.executions.title')}
      rows={props.executions}
      columns={columns.filter(
        ({ id }) => !props.without?.includes(id as Without),
      )}
    />
  );
}
