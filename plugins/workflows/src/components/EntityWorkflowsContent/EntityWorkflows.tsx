import { useRouteRef } from '@backstage/core-plugin-api';
import { useWorkflowsQuery } from '../../hooks/useWorkflowQueries';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { EntityList } from './EntityList';
import { EntityWorkflowsTable } from './EntityWorkflowsTable';

/** The workflows that an incident of an entity could run, and why. */
export function EntityWorkflows({ entityRef }: { entityRef: string }) {
  const { t } = useTexts();
  return (
    <EntityList
      title={t('history.entity.workflows')}
      allPath={useRouteRef(rootRouteRef)()}
      list={useWorkflowsQuery({ entityRef })}
      empty={{
        title: t('history.entity.noWorkflows.title'),
        description: t('history.entity.noWorkflows.description'),
      }}
    >
      {workflows => <EntityWorkflowsTable workflows={workflows} />}
    </EntityList>
  );
}
