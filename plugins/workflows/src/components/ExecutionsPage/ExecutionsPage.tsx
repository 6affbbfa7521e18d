import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  EXECUTION_STATUSES,
  type ExecutionStatus,
} from 'backstage-plugin-workflows-common';
import { useExecutionsQuery } from '../../hooks/useHistoryQueries';
import { workflowsTranslationRef } from '../../translation';
import { ExecutionsTable } from '../ExecutionsTable/ExecutionsTable';
import { EntityFilter } from '../Filters/EntityFilter';
import { FilterBar } from '../Filters/FilterBar';
import { SelectFilter } from '../Filters/SelectFilter';
import { WorkflowFilter } from '../Filters/WorkflowFilter';
import { useFilters } from '../Filters/useFilters';
import { StopAllButton } from '../KillSwitch/StopAllButton';
import { EmptyNotice } from '../Notice/EmptyNotice';
import { PagedList } from '../PagedList/PagedList';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    columnGap: theme.spacing(2),
  },
}));

/** What ran, newest first. */
export function ExecutionsPage() {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
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
    <>
      <div className={classes.bar}>
        <FilterBar label={t('history.executions.title')}>
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
        </FilterBar>
        <StopAllButton />
      </div>
      <PagedList
        list={list}
        empty={
          isFiltered ? (
            <EmptyNotice
              title={t('history.executions.noMatch.title')}
              description={t('history.executions.noMatch.description')}
              action={
                <Button variant="outlined" onClick={clear}>
                  {t('history.list.clearFilters')}
                </Button>
              }
            />
          ) : (
            <EmptyNotice
              title={t('history.executions.empty.title')}
              description={t('history.executions.empty.description')}
            />
          )
        }
      >
        {executions => <ExecutionsTable executions={executions} />}
      </PagedList>
    </>
  );
}
