import {
  EXECUTION_STATUSES,
  type ExecutionStatus,
} from 'backstage-plugin-workflows-common';
import { useExecutionsQuery } from '../../hooks/useHistoryQueries';
import { useTexts } from '../../texts';
import { ExecutionsTable } from '../ExecutionsTable/ExecutionsTable';
import { FilteredList } from '../FilteredList/FilteredList';
import { EntityFilter } from '../Filters/EntityFilter';
import { SelectFilter } from '../Filters/SelectFilter';
import { WorkflowFilter } from '../Filters/WorkflowFilter';
import { useFilters } from '../Filters/useFilters';
import { StopAllButton } from '../KillSwitch/StopAllButton';

/** What ran, newest first. */
export function ExecutionsPage() {
  const { t } = useTexts();
  const { filters, isFiltered, setFilter, clear } = useFilters([
    'status',
    'workflowId',
    'entityRef',
  ]);
  const status = EXECUTION_STATUSES.find(name => name === filters.status);
  const list = useExecutionsQuery({
    status,
    workflowId: filters.workflowId,
    entityRef: filters.entityRef,
  });
  const nameInList = list.items?.find(
    ({ workflowId }) => workflowId === filters.workflowId,
  )?.workflowName;

  return (
    <FilteredList
      list={list}
      label={t('history.executions.title')}
      filters={
        <>
          <SelectFilter<ExecutionStatus>
            label={t('history.executions.status')}
            allLabel={t('history.executions.allStatuses')}
            options={EXECUTION_STATUSES.map(value => ({
              value,
              label: t(`history.executionStatus.${value}`),
            }))}
            value={status}
            onChange={value => setFilter('status', value)}
          />
          <WorkflowFilter
            value={filters.workflowId}
            valueName={nameInList}
            onChange={value => setFilter('workflowId', value)}
          />
          <EntityFilter
            value={filters.entityRef}
            onClear={() => setFilter('entityRef', undefined)}
          />
        </>
      }
      isFiltered={isFiltered}
      onClear={clear}
      action={<StopAllButton />}
      empty={{
        title: t('history.executions.empty.title'),
        description: t('history.executions.empty.description'),
      }}
      noMatch={{
        title: t('history.executions.noMatch.title'),
        description: t('history.executions.noMatch.description'),
      }}
    >
      {executions => <ExecutionsTable executions={executions} />}
    </FilteredList>
  );
}
