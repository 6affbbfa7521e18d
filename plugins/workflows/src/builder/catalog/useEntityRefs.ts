import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { usePaused } from '../preview/usePaused';

const MAX_OPTIONS = 20;
/** How long typing pauses before the catalog is asked, in milliseconds. */
const PAUSE_MS = 200;

/** An entity of the catalog that may be chosen. */
export interface EntityChoice {
  ref: string;
  title?: string;
}

/** Entities of some kinds whose name or title begins so; none without a catalog. */
export function useEntityRefs(options: {
  kinds: readonly string[];
  term: string;
  enabled: boolean;
}) {
  const catalogApi = useApiHolder().get(catalogApiRef);
  const { kinds, enabled } = options;
  const term = usePaused(options.term, PAUSE_MS);
  const query = useQuery({
    queryKey: ['catalog', 'refs', kinds, term],
    queryFn: async (): Promise<EntityChoice[]> => {
      const { items } = await catalogApi!.queryEntities({
        filter: { kind: [...kinds] },
        fullTextFilter: {
          term,
          fields: [
            'metadata.name',
            'metadata.title',
            'spec.profile.displayName',
          ],
        },
        orderFields: { field: 'metadata.name', order: 'asc' },
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.title',
          'spec.profile.displayName',
        ],
        limit: MAX_OPTIONS,
      });
      return items.map(item => {
        const profile = item.spec?.profile as { displayName?: string };
        const title = item.metadata.title ?? profile?.displayName;
        return { ref: stringifyEntityRef(item), ...(title && { title }) };
      });
    },
    enabled: enabled && catalogApi !== undefined,
    placeholderData: keepPreviousData,
  });
  return { choices: query.data ?? [], isLoading: query.isFetching };
}
