import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import {
  type ListExecutionsQuery,
  type ListIncidentsQuery,
  isFinished,
} from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from '../api/workflowsApiRef';
import { queryKeys } from './queryKeys';
import { POLL_MS } from './useLiveUpdates';
import { usePagedQuery } from './usePagedQuery';

/** Executions, newest first. */
export function useExecutionsQuery(query: ListExecutionsQuery = {}) {
  const api = useApi(workflowsApiRef);
  return usePagedQuery({
    queryKey: queryKeys.executions(query),
    fetchPage: after => api.listExecutions({ ...query, after }),
  });
}

/** One execution with its steps. */
export function useExecutionQuery(id: string) {
  const api = useApi(workflowsApiRef);
  return useQuery({
    queryKey: queryKeys.execution(id),
    queryFn: () => api.getExecution(id),
    refetchInterval: ({ state }) =>
      state.data && isFinished(state.data.status) ? false : POLL_MS,
  });
}

/** Incidents, newest first. */
export function useIncidentsQuery(query: ListIncidentsQuery = {}) {
  const api = useApi(workflowsApiRef);
  return usePagedQuery({
    queryKey: queryKeys.incidents(query),
    fetchPage: after => api.listIncidents({ ...query, after }),
  });
}

/** One incident as it is now. */
export function useIncidentQuery(id: string) {
  const api = useApi(workflowsApiRef);
  return useQuery({
    queryKey: queryKeys.incident(id),
    queryFn: () => api.getIncident(id),
    refetchInterval: POLL_MS,
  });
}

/** What happened with an incident, the last to arrive first. */
export function useIncidentTimelineQuery(id: string) {
  const api = useApi(workflowsApiRef);
  return usePagedQuery({
    queryKey: queryKeys.incidentTimeline(id),
    fetchPage: after => api.listIncidentTimeline(id, { after }),
  });
}
