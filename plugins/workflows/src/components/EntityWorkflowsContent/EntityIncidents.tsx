import { useRouteRef } from '@backstage/core-plugin-api';
import { useIncidentsQuery } from '../../hooks/useHistoryQueries';
import { incidentsRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { IncidentsTable } from '../IncidentsTable/IncidentsTable';
import { EntityList } from './EntityList';
import { ROWS, forEntity } from './forEntity';

/** The newest incidents of an entity. */
export function EntityIncidents({ entityRef }: { entityRef: string }) {
  const { t } = useTexts();
  const path = useRouteRef(incidentsRouteRef)();
  return (
    <EntityList
      title={t('history.entity.incidents')}
      allPath={forEntity(path, entityRef)}
      list={useIncidentsQuery({ entityRef, limit: ROWS })}
      firstPageOnly
      empty={{
        title: t('history.entity.noIncidents.title'),
        description: t('history.entity.noIncidents.description'),
      }}
    >
      {incidents => (
        <IncidentsTable incidents={incidents} without={['service', 'owner']} />
      )}
    </EntityList>
  );
}
