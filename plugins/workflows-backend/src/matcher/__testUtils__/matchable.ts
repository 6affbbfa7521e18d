import type {
  Incident,
  IncidentContext,
} from 'backstage-plugin-workflows-common';
import type { IndexedWorkflow } from '../WorkflowIndex';

/** An incident as the matcher sees it, new unless told otherwise. */
export function context(
  incident: Partial<Incident> = {},
  more: Partial<IncidentContext> = {},
): IncidentContext {
  return {
    incident: {
      id: 'i',
      sourceId: 's',
      incidentKey: 'k',
      status: 'triggered',
      episode: 1,
      title: 't',
      severity: 'critical',
      labels: { 'app.kubernetes.io/name': 'shop' },
      metadata: {},
      startedAt: '',
      createdAt: '',
      updatedAt: '',
      ...incident,
    },
    entity: {
      ref: 'component:default/shop',
      spec: { lifecycle: 'production' },
    },
    ...more,
  };
}

/** A global workflow that runs for every new incident, unless told otherwise. */
export function workflow(more: Partial<IndexedWorkflow> = {}): IndexedWorkflow {
  return {
    id: 'w',
    name: 'w',
    ownerRef: '',
    version: 1,
    trigger: { type: 'incident_created', conditions: [] },
    enabledMs: 0,
    activeMs: 0,
    ...more,
  };
}
