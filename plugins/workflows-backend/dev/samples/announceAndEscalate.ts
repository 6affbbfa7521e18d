import type { Sample } from './sample';
import { position } from './sample';

/** A team's workflow: tell the channel, wait, and escalate what is still open. */
export const announceAndEscalate: Sample = receiverUrl => ({
  name: 'Announce and escalate',
  description:
    'Tells the payments channel about a critical incident and pages the on-call engineer when it is still open after 30 seconds.',
  ownerRef: 'group:default/payments',
  note: 'Sample workflow',
  definition: {
    schemaVersion: 1,
    trigger: {
      type: 'incident_created',
      conditions: [{ field: 'severity', value: 'critical' }],
    },
    settings: { timeout: '5min' },
    nodes: [
      {
        id: 'start',
        type: 'trigger',
        position: position(0, 0),
        data: { label: 'Critical incident' },
      },
      {
        id: 'announce',
        type: 'action',
        position: position(1, 0),
        data: {
          label: 'Tell the channel',
          actionType: 'webhook',
          config: {
            method: 'POST',
            url: `${receiverUrl}/chat`,
            body: {
              channel: '#payments',
              text: '{{ incident.title }} ({{ incident.severity }}) on {{ incident.entityRef }}',
            },
          },
        },
      },
      {
        id: 'wait',
        type: 'delay',
        position: position(2, 0),
        data: { label: 'Give people a moment', duration: '30s' },
      },
      {
        id: 'still-open',
        type: 'condition',
        position: position(3, 0),
        data: {
          label: 'Still open?',
          match: 'all',
          conditions: [
            {
              field: 'status',
              operator: 'in',
              value: ['triggered', 'acknowledged'],
            },
          ],
        },
      },
      {
        id: 'escalate',
        type: 'action',
        position: position(4, 0),
        data: {
          label: 'Page the on-call engineer',
          actionType: 'webhook',
          config: {
            method: 'POST',
            url: `${receiverUrl}/pager`,
            body: {
              summary: 'Still {{ incident.status }}: {{ incident.title }}',
              team: '{{ entity.owner }}',
              incident: '{{ incident.id }}',
            },
          },
        },
      },
    ],
    edges: [
      { id: 'start-announce', source: 'start', target: 'announce' },
      { id: 'announce-wait', source: 'announce', target: 'wait' },
      { id: 'wait-still-open', source: 'wait', target: 'still-open' },
      {
        id: 'still-open-escalate',
        source: 'still-open',
        sourceHandle: 'true',
        target: 'escalate',
      },
    ],
  },
});
