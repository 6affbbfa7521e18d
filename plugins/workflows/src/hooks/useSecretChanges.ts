import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PutSecretRequest } from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from '../api/workflowsApiRef';
import { queryKeys } from './queryKeys';

/** Sets a secret of a workflow. Its value stays in no cache. */
export function usePutSecret(workflowId: string, onSuccess: () => void) {
  const api = useApi(workflowsApiRef);
  const refresh = useRefresh(workflowId);
  return useMutation({
    gcTime: 0,
    mutationFn: ({ name, ...request }: PutSecretRequest & { name: string }) =>
      api.putSecret(workflowId, name, request),
    onSuccess: () => {
      onSuccess();
      return refresh();
    },
  });
}

export function useDeleteSecret(workflowId: string, onSuccess: () => void) {
  const api = useApi(workflowsApiRef);
  const refresh = useRefresh(workflowId);
  return useMutation({
    mutationFn: (name: string) => api.deleteSecret(workflowId, name),
    onSuccess: () => {
      onSuccess();
      return refresh();
    },
  });
}

function useRefresh(workflowId: string) {
  const queryClient = useQueryClient();
  return () =>
    queryClient.invalidateQueries({ queryKey: queryKeys.secrets(workflowId) });
}
