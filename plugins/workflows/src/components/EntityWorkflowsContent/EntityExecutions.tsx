import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useExecutionsQuery } from '../../hooks/useHistoryQueries';
import { executionsRouteRef } from '../../routes';
import { workflowsTranslationRef } from '../../translation';
import { ExecutionsTable } from '../ExecutionsTable/ExecutionsTable';
import { Section } from '../Facts/Section';
import { EmptyNotice } from '../Notice/EmptyNotice';
import { PagedList } from '../PagedList/PagedList';
import { ViewAll } from './ViewAll';
import { ROWS, forEntity } from './forEntity';

/** The newest runs for incidents of an entity. */
export function EntityExecutions(props: { entityRef: string }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const path = useRouteRef(executionsRouteRef)();
  const list = useExecutionsQuery({ entityRef: props.entityRef, limit: ROWS });
  return (
    <Section
      title={t('history.entity.executions')}
      action={
        <ViewAll
          to={forEntity(path, props.entityRef)}
          of={t('history.entity.executions')}
        />
      }
    >
      <PagedList
        list={list}
        firstPageOnly
        loadingRows={2}
        empty={
          <EmptyNotice
            title={t('history.entity.noExecutions.title')}
            description={t('history.entity.noExecutions.description')}
          />
        }
      >
        {executions => (
          <ExecutionsTable executions={executions} without={['entity']} />
        )}
      </PagedList>
    </Section>
  );
}
