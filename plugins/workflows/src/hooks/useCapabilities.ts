import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { workflowsApiRef } from '../api/workflowsApiRef';
import { queryKeys } from './queryKeys';

/** What the caller is; changes of it are seen when the page is loaded again. */
function useCapabilitiesQuery() {
  const api = useApi(workflowsApiRef);
  return useQuery({
    queryKey: queryKeys.capabilities(),
    queryFn: () => api.getCapabilities(),
    staleTime: Infinity,
  });
}

/** Whether the caller is one of `workflows.admins`; not until that is known. */
export function useIsAdmin(): boolean {
  return useCapabilitiesQuery().data?.admin ?? false;
}

/**
 * Whether the caller belongs to the team that owns something, or is an admin:
 * the floor that holds besides the permission policy.
 */
export function useMayChange(ownerRef: string | undefined): boolean {
  const { data } = useCapabilitiesQuery();
  return (
    data !== undefined &&
    (data.admin ||
      (ownerRef !== undefined && data.ownershipRefs.includes(ownerRef)))
  );
}
