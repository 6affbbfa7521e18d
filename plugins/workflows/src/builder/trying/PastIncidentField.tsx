import { useId, useState } from 'react';
import { absoluteTime } from '../../components/RelativeTime/absoluteTime';
import { SearchField } from '../../components/RunByHand/SearchField';
import { useIncidentsQuery } from '../../hooks/useHistoryQueries';
import { useTexts } from '../../texts';
import { useTrying, useTryingStore } from './TryingContext';

/** One of the incidents that there were, found by its words. */
export const PastIncidentField = () => {
  const { t } = useTexts();
  const id = useId();
  const trying = useTryingStore();
  const incident = useTrying(state => state.incident);
  const [search, setSearch] = useState('');
  return (
    <SearchField
      id={id}
      label={t('trying.subject.search')}
      list={useIncidentsQuery(search ? { search } : {})}
      // Many have the same title: the time tells them apart.
      nameOf={({ title, startedAt }) =>
        `${title || t('history.incidents.untitled')} · ${absoluteTime(
          startedAt,
        )}`
      }
      value={incident}
      onPick={picked => trying.setState({ incident: picked })}
      onSearch={setSearch}
    />
  );
};
