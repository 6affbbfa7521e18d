import { useRouteRefParams } from '@backstage/core-plugin-api';
import { useIncidentQuery } from '../../hooks/useHistoryQueries';
import { incidentRouteRef, incidentsRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { DetailPage } from '../DetailPage/DetailPage';
import { IncidentView } from './IncidentView';

/** One incident: what is known of it, what was heard and what ran. */
export function IncidentPage() {
  const { t } = useTexts();
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
