import { useRouteRefParams } from '@backstage/core-plugin-api';
import { useExecutionQuery } from '../../hooks/useHistoryQueries';
import { executionRouteRef, executionsRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { DetailPage } from '../DetailPage/DetailPage';
import { ExecutionView } from './ExecutionView';

/** One run: what it did, and why not. */
export function ExecutionPage() {
  const { t } = useTexts();
  const { id } = useRouteRefParams(executionRouteRef);
  return (
    <DetailPage
      query={useExecutionQuery(id)}
      listRoute={executionsRouteRef}
      back={t('history.execution.back')}
      notFound={{
        title: t('history.execution.notFound.title'),
        description: t('history.execution.notFound.description'),
      }}
    >
      {execution => <ExecutionView execution={execution} />}
    </DetailPage>
  );
}
