import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { workflowsApiRef } from '../../api/workflowsApiRef';
import { keysChangedBy } from '../../hooks/queryKeys';
import { executionRouteRef } from '../../routes';

/** Runs a workflow on an incident and goes to the run; a double click makes one. */
export function useRunByHand() {
  const api = useApi(workflowsApiRef);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const executionPath = useRouteRef(executionRouteRef);
  // One for the dialog: what it sends twice is one run.
  const [idempotencyKey] = useState(
    () => `portal-${Date.now()}-${Math.random().toString(36).slice(2)}`,
  );
  return useMutation({
    mutationFn: (of: { workflowId: string; incidentId: string }) =>
      api.runWorkflow(
        of.workflowId,
        { incidentId: of.incidentId },
        {
          idempotencyKey: `${idempotencyKey}-${of.workflowId}-${of.incidentId}`,
        },
      ),
    onSuccess: ({ id }) => {
      keysChangedBy({ kind: 'execution', id }).forEach(queryKey =>
        queryClient.invalidateQueries({ queryKey }),
      );
      navigate(executionPath({ id }));
    },
  });
}
