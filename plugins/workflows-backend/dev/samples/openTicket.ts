import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import type { Sample } from './sample';
import { position } from './sample';

/** A global workflow with a branch: every incident gets a ticket. */
export const openTicket: Sample = receiverUrl => ({
  name: 'Open a ticket',
  description:
    'Opens a ticket for every incident: P1 when it is critical, P3 otherwise.',
  note: 'Sample workflow',
  definition: {
    schemaVersion: 1,
    trigger: { type: 'incident_created', conditions: [] },
    settings: { timeout: '5min' },
    nodes: [
      {
        id: 'start',
        type: 'trigger',
        position: position(0, 0),
        data: { label: 'Any incident' },
      },
      {
        id: 'critical',
        type: 'condition',
        position: position(1, 0),
        data: {
          label: 'Critical?',
          match: 'all',
          conditions: [{ field: 'severity', value: 'critical' }],
        },
      },
      ticket('urgent-ticket', 'P1', -1, receiverUrl),
      ticket('normal-ticket', 'P3', 1, receiverUrl),
    ],
    edges: [
      { id: 'start-critical', source: 'start', target: 'critical' },
      {
        id: 'critical-urgent',
        source: 'critical',
        sourceHandle: 'true',
        target: 'urgent-ticket',
      },
      {
        id: 'critical-normal',
        source: 'critical',
        sourceHandle: 'false',
        target: 'normal-ticket',
      },
    ],
  },
});

function ticket(
  id: string,
  priority: string,
  lane: number,
  receiverUrl: string,
): WorkflowNode {
  return {
    id,
    type: 'action',
    position: position(2, lane),
    data: {
      label: `${priority} ticket`,
      actionType: 'webhook',
      config: {
        method: 'POST',
        url: `${receiverUrl}/tickets`,
        body: {
          project: 'OPS',
          priority,
          summary: '{{ incident.title }}',
          labels: '{{ incident.labels }}',
        },
      },
    },
  };
}
