import type { Sample } from './sample';
import { position } from './sample';

/** A global workflow that entities opt in to, by the annotation workflows/run. */
export const pagePlatform: Sample = receiverUrl => ({
  name: 'Page the platform team',
  description:
    'Pages the platform team about critical incidents of entities that name this workflow.',
  note: 'Sample workflow',
  definition: {
    schemaVersion: 1,
    trigger: {
      type: 'incident_created',
      entities: { namedOnly: true },
      conditions: [{ field: 'severity', value: 'critical' }],
    },
    settings: { timeout: '5min' },
    nodes: [
      {
        id: 'start',
        type: 'trigger',
        position: position(0, 0),
        data: { label: 'Critical, and opted in' },
      },
      {
        id: 'page',
        type: 'action',
        position: position(1, 0),
        data: {
          label: 'Page the platform team',
          actionType: 'webhook',
          config: {
            method: 'POST',
            url: `${receiverUrl}/pager`,
            body: {
              team: 'platform',
              summary: '{{ incident.title }}',
              entity: '{{ entity.ref }}',
            },
          },
        },
      },
    ],
    edges: [{ id: 'start-page', source: 'start', target: 'page' }],
  },
});
