import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import { workflowCreatePermission } from 'backstage-plugin-workflows-common';
import { useCallback, useState } from 'react';
import { useWorkflowsQuery } from '../../hooks/useWorkflowQueries';
import { workflowsTranslationRef } from '../../translation';
import { FilterBar } from '../Filters/FilterBar';
import { SearchFilter } from '../Filters/SearchFilter';
import { useFilters } from '../Filters/useFilters';
import { EmptyNotice } from '../Notice/EmptyNotice';
import { PagedList } from '../PagedList/PagedList';
import { CreateWorkflowDialog } from './CreateWorkflowDialog';
import { WorkflowsTable } from './WorkflowsTable';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    columnGap: theme.spacing(2),
  },
}));

/** The workflows that the caller may see, and the way to a new one. */
export function WorkflowsPage() {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
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
      <div className={classes.bar}>
        <FilterBar label={t('workflows.list.label')}>
          <SearchFilter
            label={t('workflows.list.search')}
            placeholder={t('workflows.list.searchHint')}
            value={filters.search}
            onChange={setSearch}
          />
        </FilterBar>
        {!isEmpty && createButton}
      </div>
      <PagedList
        list={list}
        empty={
          isFiltered ? (
            <EmptyNotice
              title={t('workflows.list.noneFound')}
              description={t('workflows.list.noneFoundHint')}
              action={
                <Button variant="outlined" onClick={clear}>
                  {t('workflows.list.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyNotice
              title={t('workflows.list.empty')}
              description={t('workflows.list.emptyHint')}
              action={createButton}
            />
          )
        }
      >
        {workflows => <WorkflowsTable workflows={workflows} />}
      </PagedList>
      {isCreating && (
        <CreateWorkflowDialog onClose={() => setIsCreating(false)} />
      )}
    </>
  );
}
