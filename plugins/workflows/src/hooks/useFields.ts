import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import {
  type FieldDescriptor,
  KNOWN_FIELDS,
} from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from '../api/workflowsApiRef';
import { queryKeys } from './queryKeys';

/** Values come and go slowly. */
const STALE_MS = 5 * 60_000;

/**
 * The fields that conditions and templates may name, with values that incidents
 * had; those that every incident has until the backend has answered.
 */
export function useFields(): readonly FieldDescriptor[] {
  const api = useApi(workflowsApiRef);
  const { data = KNOWN_FIELDS } = useQuery({
    queryKey: queryKeys.fields(),
    queryFn: () => api.listFields(),
    staleTime: STALE_MS,
  });
  return data;
}
