import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  INCIDENT_STATUSES,
  type IncidentStatus,
} from 'backstage-plugin-workflows-common';
import { useCallback } from 'react';
import { useIncidentsQuery } from '../../hooks/useHistoryQueries';
import { workflowsTranslationRef } from '../../translation';
import { DeclareIncidentButton } from '../DeclareIncident/DeclareIncidentButton';
import { EntityFilter } from '../Filters/EntityFilter';
import { FilterBar } from '../Filters/FilterBar';
import { SearchFilter } from '../Filters/SearchFilter';
import { SelectFilter } from '../Filters/SelectFilter';
import { useFilters } from '../Filters/useFilters';
import { IncidentsTable } from '../IncidentsTable/IncidentsTable';
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

/** What happened, newest first, and the way to tell of more. */
export function IncidentsPage() {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { filters, isFiltered, setFilter, clear } = useFilters([
    'status',
    'search',
    'entityRef',
  ]);
  const status = INCIDENT_STATUSES.find(name => name === filters.status);
  const list = useIncidentsQuery({
    status,
    search: filters.search,
    entityRef: filters.entityRef,
  });
  const setSearch = useCallback(
    (search: string | undefined) => setFilter('search', search),
    [setFilter],
  );

  return (
    <>
      <div className={classes.bar}>
        <FilterBar label={t('history.incidents.title')}>
          <SelectFilter<IncidentStatus>
            label={t('history.incidents.status')}
            allLabel={t('history.incidents.allStatuses')}
            options={INCIDENT_STATUSES.map(value => ({
              value,
              label: t(`history.incidentStatus.${value}`),
            }))}
            value={status}
            onChange={value => setFilter('status', value)}
          />
          <SearchFilter
            label={t('history.incidents.search')}
            placeholder={t('history.incidents.searchPlaceholder')}
            value={filters.search}
            onChange={setSearch}
          />
          <EntityFilter
            value={filters.entityRef}
            onClear={() => setFilter('entityRef', undefined)}
          />
        </FilterBar>
        <DeclareIncidentButton />
      </div>
      <PagedList
        list={list}
        empty={
          isFiltered ? (
            <EmptyNotice
              title={t('history.incidents.noMatch.title')}
              description={t('history.incidents.noMatch.description')}
              action={
                <Button variant="outlined" onClick={clear}>
                  {t('history.list.clearFilters')}
                </Button>
              }
            />
          ) : (
            <EmptyNotice
              title={t('history.incidents.empty.title')}
              description={t('history.incidents.empty.description')}
            />
          )
        }
      >
        {incidents => <IncidentsTable incidents={incidents} />}
      </PagedList>
    </>
  );
}
