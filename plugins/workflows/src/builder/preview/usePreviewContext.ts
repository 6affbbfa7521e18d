import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { JsonObject } from '@backstage/types';
import { useQuery } from '@tanstack/react-query';
import type { Incident } from 'backstage-plugin-workflows-common';
import { useMemo } from 'react';
import { workflowsApiRef } from '../../api/workflowsApiRef';
import { queryKeys } from '../../hooks/queryKeys';
import { useBuilderEnvironment, useBuilder } from '../context/BuilderContext';
import { entityContext } from './entityContext';
import { SAMPLE_INCIDENT } from './sampleIncident';
import { SAMPLE, useChosenIncident } from './useChosenIncident';

/** Previews are with incidents of the past: a change of one can wait. */
const STALE_MS = 60_000;
const MAX_CHOICES = 25;
const NO_INCIDENTS: readonly Incident[] = [];

/** What templates see in previews, except for the earlier steps. */
export function usePreviewContext() {
  const api = useApi(workflowsApiRef);
  // Without a catalog there is a preview all the same.
  const catalogApi = useApiHolder().get(catalogApiRef);
  const { workflow } = useBuilderEnvironment();
  const { type } = useBuilder(state => state.document.definition.trigger);
  const chosen = useChosenIncident(workflow.id);

  const query = { limit: MAX_CHOICES };
  const list = useQuery({
    queryKey: [...queryKeys.incidents(query), 'preview'],
    queryFn: () => api.listIncidents(query),
    staleTime: STALE_MS,
  });
  const newest = list.data?.items ?? NO_INCIDENTS;
  const id = chosen.id ?? newest[0]?.id ?? SAMPLE;
  const listed = newest.find(incident => incident.id === id);
  const single = useQuery({
    queryKey: queryKeys.incident(id),
    queryFn: () => api.getIncident(id),
    enabled: id !== SAMPLE && list.isSuccess && !listed,
    staleTime: STALE_MS,
  });
  const incident = listed ?? single.data;

  const entityRef = incident?.entityRef;
  const entity = useQuery({
    queryKey: ['catalog', 'entity', entityRef],
    queryFn: async () => (await catalogApi!.getEntityByRef(entityRef!)) ?? null,
    enabled: Boolean(catalogApi && entityRef),
    staleTime: STALE_MS,
  }).data;

  const context = useMemo((): JsonObject | undefined => {
    const shown =
      id === SAMPLE
        ? SAMPLE_INCIDENT
        : (incident as unknown as JsonObject | undefined);
    return (
      shown && {
        incident: shown,
        ...(entity && { entity: entityContext(entity) }),
        trigger: { type, incident: shown },
        workflow: {
          id: workflow.id,
          name: workflow.name,
          version: workflow.latestVersion,
        },
        execution: { id: '00000000-0000-7000-8000-000000000000' },
      }
    );
  }, [id, incident, entity, type, workflow]);

  return {
    id,
    choose: chosen.choose,
    incidents:
      incident && !listed ? [incident, ...newest] : (newest as Incident[]),
    error: list.error ?? single.error,
    /** Undefined until the incident is there. */
    context,
  };
}
