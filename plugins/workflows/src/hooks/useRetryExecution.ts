import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RetryExecutionRequest } from 'backstage-plugin-workflows-common';
import { useNavigate } from 'react-router-dom';
import { workflowsApiRef } from '../api/workflowsApiRef';
import { executionRouteRef } from '../routes';
import { keysChangedBy } from './queryKeys';

/** Makes a new run of one that has ended, and goes to the new one. */
export function useRetryExecution(executionId: string) {
  const api = useApi(workflowsApiRef);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const executionPath = useRouteRef(executionRouteRef);
  return useMutation({
    mutationFn: (request: RetryExecutionRequest) =>
      api.retryExecution(executionId, request),
    onSuccess: ({ id }) => {
      keysChangedBy({ kind: 'execution', id }).forEach(queryKey =>
        queryClient.invalidateQueries({ queryKey }),
      );
      navigate(executionPath({ id }));
    },
  });
}
