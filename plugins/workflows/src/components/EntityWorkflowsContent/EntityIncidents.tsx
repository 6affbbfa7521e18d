import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useIncidentsQuery } from '../../hooks/useHistoryQueries';
import { incidentsRouteRef } from '../../routes';
import { workflowsTranslationRef } from '../../translation';
import { Section } from '../Facts/Section';
import { IncidentsTable } from '../IncidentsTable/IncidentsTable';
import { EmptyNotice } from '../Notice/EmptyNotice';
import { PagedList } from '../PagedList/PagedList';
import { ViewAll } from './ViewAll';
import { ROWS, forEntity } from './forEntity';

/** The newest incidents of an entity. */
export function EntityIncidents(props: { entityRef: string }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const path = useRouteRef(incidentsRouteRef)();
  const list = useIncidentsQuery({ entityRef: props.entityRef, limit: ROWS });
  return (
    <Section
      title={t('history.entity.incidents')}
      action={
        <ViewAll
          to={forEntity(path, props.entityRef)}
          of={t('history.entity.incidents')}
        />
      }
    >
      <PagedList
        list={list}
        firstPageOnly
        loadingRows={2}
        empty={
          <EmptyNotice
            title={t('history.entity.noIncidents.title')}
            description={t('history.entity.noIncidents.description')}
          />
        }
      >
        {incidents => (
          <IncidentsTable
            incidents={incidents}
            without={['service', 'owner']}
          />
        )}
      </PagedList>
    </Section>
  );
}
