import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useQuery } from '@tanstack/react-query';
import type { WorkflowSummary } from 'backstage-plugin-workflows-common';
import { useId, useState } from 'react';
import { workflowsApiRef } from '../../../api/workflowsApiRef';
import { queryKeys } from '../../../hooks/queryKeys';
import { useTexts } from '../../../texts';
import { Section } from '../../Facts/Section';
import { errorMessage } from '../../Notice/errorMessage';
import { WorkflowField } from '../../RunByHand/WorkflowField';
import { ExplainedEventItem } from './ExplainedEventItem';

const useStyles = makeStyles(theme => ({
  content: { display: 'grid', gap: theme.spacing(2), maxWidth: 720 },
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    display: 'grid',
    gap: theme.spacing(2),
  },
}));

/** Why a workflow ran for this incident, or why not, event by event. */
export function IncidentExplain(props: { incidentId: string }) {
  const classes = useStyles();
  const { t } = useTexts();
  const id = useId();
  const [workflow, setWorkflow] = useState<WorkflowSummary>();
  const explained = useExplanation(props.incidentId, workflow?.id);
  return (
    <Section title={t('matching.explain.title')}>
      <div className={classes.content}>
        <Typography variant="body2">{t('matching.explain.text')}</Typography>
        <WorkflowField
          id={id}
          label={t('matching.explain.workflow')}
          value={workflow}
          onPick={setWorkflow}
        />
        {explained.error && (
          <Alert severity="error">
            {t('matching.explain.failed')}: {errorMessage(explained.error)}
          </Alert>
        )}
        {explained.isLoading && (
          <Typography variant="body2" role="status">
            {t('matching.explain.loading')}
          </Typography>
        )}
        {explained.data && (
          <ol className={classes.list} aria-label={t('matching.explain.title')}>
            {explained.data.events.map(event => (
              <ExplainedEventItem key={event.eventId} event={event} />
            ))}
          </ol>
        )}
      </div>
    </Section>
  );
}

/** Out of date with its incident. */
function useExplanation(incidentId: string, workflowId: string | undefined) {
  const api = useApi(workflowsApiRef);
  return useQuery({
    queryKey: [...queryKeys.incident(incidentId), 'explain', workflowId],
    queryFn: () => api.explainIncident(incidentId, { workflowId: workflowId! }),
    enabled: workflowId !== undefined,
  });
}
