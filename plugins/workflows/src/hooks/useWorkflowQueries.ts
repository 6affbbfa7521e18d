import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import type { ListWorkflowsQuery } from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from '../api/workflowsApiRef';
import { queryKeys } from './queryKeys';
import { usePagedQuery } from './usePagedQuery';

/** Workflows that the caller may see, newest first. */
export function useWorkflowsQuery(query: ListWorkflowsQuery = {}) {
  const api = useApi(workflowsApiRef);
  return usePagedQuery({
    queryKey: queryKeys.workflows(query),
    fetchPage: after => api.listWorkflows({ ...query, after }),
  });
}

/** One workflow with its latest definition. */
export function useWorkflowQuery(id: string) {
  const api = useApi(workflowsApiRef);
  return useQuery({
    queryKey: queryKeys.workflow(id),
    queryFn: () => api.getWorkflow(id),
  });
}

/** The names of a workflow's secrets. */
export function useSecretsQuery(workflowId: string) {
  const api = useApi(workflowsApiRef);
  return useQuery({
    queryKey: queryKeys.secrets(workflowId),
    queryFn: () => api.listSecrets(workflowId),
  });
}

/** The installed actions; they change only with the backend. */
export function useActionsQuery() {
  const api = useApi(workflowsApiRef);
  return useQuery({
    queryKey: queryKeys.actions(),
    queryFn: () => api.listActions(),
    staleTime: Infinity,
  });
}
