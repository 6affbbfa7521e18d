import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useWorkflowsQuery } from '../../hooks/useWorkflowQueries';
import { rootRouteRef } from '../../routes';
import { workflowsTranslationRef } from '../../translation';
import { Section } from '../Facts/Section';
import { EmptyNotice } from '../Notice/EmptyNotice';
import { PagedList } from '../PagedList/PagedList';
import { ViewAll } from './ViewAll';
import { EntityWorkflowsTable } from './EntityWorkflowsTable';

/** The workflows that an incident of an entity could run. */
export function EntityWorkflows(props: { entityRef: string }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const path = useRouteRef(rootRouteRef)();
  const list = useWorkflowsQuery({ entityRef: props.entityRef });
  return (
    <Section
      title={t('history.entity.workflows')}
      action={<ViewAll to={path} of={t('history.entity.workflows')} />}
    >
      <PagedList
        list={list}
        loadingRows={2}
        empty={
          <EmptyNotice
            title={t('history.entity.noWorkflows.title')}
            description={t('history.entity.noWorkflows.description')}
          />
        }
      >
        {workflows => <EntityWorkflowsTable workflows={workflows} />}
      </PagedList>
    </Section>
  );
}
