import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PutKillSwitchRequest } from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from '../api/workflowsApiRef';
import { queryKeys } from './queryKeys';
import { POLL_MS } from './useLiveUpdates';

/** How the switch that stops all workflows stands. */
export function useKillSwitchQuery() {
  const api = useApi(workflowsApiRef);
  return useQuery({
    queryKey: queryKeys.killSwitch(),
    queryFn: () => api.getKillSwitch(),
    refetchInterval: POLL_MS,
  });
}

/** Switches it on or off. The backend refuses all but admins. */
export function useKillSwitchChange(options: { onSuccess: () => void }) {
  const api = useApi(workflowsApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (request: PutKillSwitchRequest) => api.putKillSwitch(request),
    onSuccess: async killSwitch => {
      // An answer that was asked for before would undo what is now known.
      await queryClient.cancelQueries({ queryKey: queryKeys.killSwitch() });
      queryClient.setQueryData(queryKeys.killSwitch(), killSwitch);
      options.onSuccess();
    },
  });
}
