import { useRouteRef } from '@backstage/core-plugin-api';
import { useExecutionsQuery } from '../../hooks/useHistoryQueries';
import { executionsRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { ExecutionsTable } from '../ExecutionsTable/ExecutionsTable';
import { EntityList } from './EntityList';
import { ROWS, forEntity } from './forEntity';

/** The newest runs for incidents of an entity. */
export function EntityExecutions({ entityRef }: { entityRef: string }) {
  const { t } = useTexts();
  const path = useRouteRef(executionsRouteRef)();
  return (
    <EntityList
      title={t('history.entity.executions')}
      allPath={forEntity(path, entityRef)}
      list={useExecutionsQuery({ entityRef, limit: ROWS })}
      firstPageOnly
      empty={{
        title: t('history.entity.noExecutions.title'),
        description: t('history.entity.noExecutions.description'),
      }}
    >
      {executions => (
        <ExecutionsTable executions={executions} without={['entity']} />
      )}
    </EntityList>
  );
}
