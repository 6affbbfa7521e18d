import type { Incident } from 'backstage-plugin-workflows-common';
import { useExecutionsQuery } from '../../hooks/useHistoryQueries';
import { useTexts } from '../../texts';
import { ExecutionsTable } from '../ExecutionsTable/ExecutionsTable';
import { Section } from '../Facts/Section';
import { EmptyNotice } from '../Notice/EmptyNotice';
import { PagedList } from '../PagedList/PagedList';

/** What ran for an incident, or why nothing may have. */
export function IncidentExecutions(props: { incident: Incident }) {
  const { t } = useTexts();
  const { id, entityRef } = props.incident;
  const list = useExecutionsQuery({ incidentId: id });
  return (
    <Section title={t('history.incident.executions')}>
      <PagedList
        list={list}
        loadingRows={2}
        empty={
          <EmptyNotice
            title={t('history.incident.noExecutions.title')}
            description={
              entityRef
                ? t('history.incident.noExecutions.description')
                : t('history.incident.noExecutions.unresolved')
            }
          />
        }
      >
        {executions => (
          <ExecutionsTable
            executions={executions}
            without={['incident', 'entity']}
          />
        )}
      </PagedList>
    </Section>
  );
}
