import {
  useDeliveriesQuery,
  useDeliverySources,
} from '../../hooks/useDeliveries';
import { useTexts } from '../../texts';
import { FilteredList } from '../FilteredList/FilteredList';
import { SelectFilter } from '../Filters/SelectFilter';
import { useFilters } from '../Filters/useFilters';
import { DeliveriesTable } from './DeliveriesTable';
import { FailedDeliveries } from './FailedDeliveries';

const STATES = ['failed', 'ignored', 'received', 'processed'] as const;

/** The inbox, for admins: what arrived and what became of it, newest first. */
export function DeliveriesPage() {
  const { t } = useTexts();
  const { filters, isFiltered, setFilter, clear } = useFilters([
    'state',
    'sourceId',
  ]);
  const state = STATES.find(name => name === filters.state);
  const { sourceId } = filters;
  const list = useDeliveriesQuery({ state, sourceId });
  const sources = useDeliverySources(sourceId);
  return (
    <>
      <FailedDeliveries />
      <FilteredList
        list={list}
        label={t('intake.deliveries.title')}
        filters={
          <>
            <SelectFilter
              label={t('intake.deliveries.state')}
              allLabel={t('intake.deliveries.allStates')}
              options={STATES.map(value => ({
                value,
                label: t(`intake.deliveries.states.${value}`),
              }))}
              value={state}
              onChange={value => setFilter('state', value)}
            />
            <SelectFilter
              label={t('intake.deliveries.source')}
              allLabel={t('intake.deliveries.allSources')}
              options={sources.map(value => ({ value, label: value }))}
              value={sourceId}
              onChange={value => setFilter('sourceId', value)}
            />
          </>
        }
        isFiltered={isFiltered}
        onClear={clear}
        empty={{
          title: t('intake.deliveries.empty.title'),
          description: t('intake.deliveries.empty.description'),
        }}
        noMatch={{
          title: t('intake.deliveries.noMatch.title'),
          description: t('intake.deliveries.noMatch.description'),
        }}
      >
        {deliveries => <DeliveriesTable deliveries={deliveries} />}
      </FilteredList>
    </>
  );
}
