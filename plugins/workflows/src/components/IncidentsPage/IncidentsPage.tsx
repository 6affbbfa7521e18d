import {
  INCIDENT_STATUSES,
  type IncidentStatus,
} from 'backstage-plugin-workflows-common';
import { useCallback } from 'react';
import { useIncidentsQuery } from '../../hooks/useHistoryQueries';
import { useTexts } from '../../texts';
import { DeclareIncidentButton } from '../DeclareIncident/DeclareIncidentButton';
import { FilteredList } from '../FilteredList/FilteredList';
import { EntityFilter } from '../Filters/EntityFilter';
import { SearchFilter } from '../Filters/SearchFilter';
import { SelectFilter } from '../Filters/SelectFilter';
import { useFilters } from '../Filters/useFilters';
import { IncidentsTable } from '../IncidentsTable/IncidentsTable';

/** What happened, newest first, and the way to tell of more. */
export function IncidentsPage() {
  const { t } = useTexts();
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
    <FilteredList
      list={list}
      label={t('history.incidents.title')}
      filters={
        <>
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
        </>
      }
      isFiltered={isFiltered}
      onClear={clear}
      action={<DeclareIncidentButton />}
      empty={{
        title: t('history.incidents.empty.title'),
        description: t('history.incidents.empty.description'),
      }}
      noMatch={{
        title: t('history.incidents.noMatch.title'),
        description: t('history.incidents.noMatch.description'),
      }}
    >
      {incidents => <IncidentsTable incidents={incidents} />}
    </FilteredList>
  );
}
