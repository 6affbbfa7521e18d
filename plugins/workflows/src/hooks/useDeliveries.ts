import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ListDeliveriesQuery,
  WorkflowsApi,
} from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from '../api/workflowsApiRef';
import { useTexts } from '../texts';
import { queryKeys } from './queryKeys';
import { useIsAdmin } from './useCapabilities';
import { POLL_MS } from './useLiveUpdates';
import { useNotify } from './useNotify';
import { usePagedQuery } from './usePagedQuery';

/** Often enough for a number on a tab. */
const COUNT_MS = 30_000;

/** How many deliveries failed; only admins are told. */
export function useDeliveryCounts() {
  const api = useApi(workflowsApiRef);
  const isAdmin = useIsAdmin();
  return useQuery({
    queryKey: queryKeys.deliveryCounts(),
    queryFn: () => api.getDeliveryCounts(),
    refetchInterval: COUNT_MS,
    enabled: isAdmin,
  }).data;
}

/** Deliveries, newest first. */
export function useDeliveriesQuery(query: ListDeliveriesQuery = {}) {
  const api = useApi(workflowsApiRef);
  return usePagedQuery({
    queryKey: queryKeys.deliveries(query),
    fetchPage: after => api.listDeliveries({ ...query, after }),
  });
}

/** Names of sources to choose from: those configured, with failures, or chosen. */
export function useDeliverySources(chosen: string | undefined): string[] {
  const api = useApi(workflowsApiRef);
  const configured = useQuery({
    queryKey: queryKeys.sources(),
    queryFn: () => api.listSources(),
    staleTime: Infinity,
  }).data;
  const failed = useDeliveryCounts()?.sources;
  const names = [
    ...(configured ?? []).map(({ id }) => id),
    ...(failed ?? []).map(({ sourceId }) => sourceId),
    ...(chosen ? [chosen] : []),
  ];
  return [...new Set(names)].sort();
}

/** One delivery as it was received. */
export function useDeliveryQuery(id: string) {
  const api = useApi(workflowsApiRef);
  return useQuery({
    queryKey: queryKeys.delivery(id),
    queryFn: () => api.getDelivery(id),
    refetchInterval: ({ state }) =>
      state.data?.state === 'received' ? POLL_MS : false,
  });
}

/** Processes deliveries again, and says so when it is done. */
export function useReplay() {
  const api = useApi(workflowsApiRef);
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: (replay: (api: WorkflowsApi) => Promise<string>) => replay(api),
    onSuccess: async done => {
      await queryClient.invalidateQueries({ queryKey: ['delivery'] });
      notify.success(done);
    },
    onError: error =>
      notify.error(
        new Error(`${t('intake.deliveries.replayFailed')}: ${error.message}`),
      ),
  });
}
