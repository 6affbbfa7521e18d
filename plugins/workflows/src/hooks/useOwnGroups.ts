import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';

/** The groups that the caller belongs to, as entity refs. */
export function useOwnGroups(): string[] | undefined {
  const identityApi = useApi(identityApiRef);
  return useQuery({
    queryKey: ['identity', 'groups'],
    queryFn: async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      return ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
    },
    staleTime: Infinity,
  }).data;
}
