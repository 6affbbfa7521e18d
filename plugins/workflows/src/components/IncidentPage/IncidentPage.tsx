import { useRouteRefParams } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useIncidentQuery } from '../../hooks/useHistoryQueries';
import { incidentRouteRef, incidentsRouteRef } from '../../routes';
import { workflowsTranslationRef } from '../../translation';
import { DetailPage } from '../DetailPage/DetailPage';
import { IncidentView } from './IncidentView';

/** One incident: what is known of it, what was heard and what ran. */
export function IncidentPage() {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { id } = useRouteRefParams(incidentRouteRef);
  return (
    <DetailPage
      query={useIncidentQuery(id)}
      listRoute={incidentsRouteRef}
      back={t('history.incident.back')}
      notFound={{
        title: t('history.incident.notFound.title'),
        description: t('history.incident.notFound.description'),
      }}
    >
      {incident => <IncidentView incident={incident} />}
    </DetailPage>
  );
}
