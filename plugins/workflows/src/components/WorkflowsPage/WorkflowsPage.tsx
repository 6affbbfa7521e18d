import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import AddIcon from '@material-ui/icons/Add';
import { workflowCreatePermission } from 'backstage-plugin-workflows-common';
import { useCallback, useState } from 'react';
import { useWorkflowsQuery } from '../../hooks/useWorkflowQueries';
import { useTexts } from '../../texts';
import { FilteredList } from '../FilteredList/FilteredList';
import { SearchFilter } from '../Filters/SearchFilter';
import { useFilters } from '../Filters/useFilters';
import { CreateWorkflowDialog } from './CreateWorkflowDialog';
import { WorkflowsTable } from './WorkflowsTable';

/** The workflows that the caller may see, and the way to a new one. */
export function WorkflowsPage() {
  const { t } = useTexts();
  const { filters, isFiltered, setFilter, clear } = useFilters(['search']);
  const [isCreating, setIsCreating] = useState(false);
  const list = useWorkflowsQuery({ search: filters.search });
  const setSearch = useCallback(
    (search: string | undefined) => setFilter('search', search),
    [setFilter],
  );
  const { allowed: mayCreate } = usePermission({
    permission: workflowCreatePermission,
  });
  const createButton = mayCreate && (
    <Button
      color="primary"
      variant="contained"
      startIcon={<AddIcon />}
      onClick={() => setIsCreating(true)}
    >
      {t('workflows.list.create')}
    </Button>
  );
  const isEmpty = list.items?.length === 0 && !isFiltered;
  return (
    <>
      <FilteredList
        list={list}
        label={t('workflows.list.label')}
        filters={
          <SearchFilter
            label={t('workflows.list.search')}
            placeholder={t('workflows.list.searchHint')}
            value={filters.search}
            onChange={setSearch}
          />
        }
        isFiltered={isFiltered}
        onClear={clear}
        action={!isEmpty && createButton}
        empty={{
          title: t('workflows.list.empty'),
          description: t('workflows.list.emptyHint'),
          action: createButton,
        }}
        noMatch={{
          title: t('workflows.list.noneFound'),
          description: t('workflows.list.noneFoundHint'),
        }}
      >
        {workflows => <WorkflowsTable workflows={workflows} />}
      </FilteredList>
      {isCreating && (
        <CreateWorkflowDialog onClose={() => setIsCreating(false)} />
      )}
    </>
  );
}
