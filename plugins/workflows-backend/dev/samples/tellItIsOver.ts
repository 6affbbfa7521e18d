import type { Sample } from './sample';
import { position } from './sample';

/** A global workflow on a change of state. */
export const tellItIsOver: Sample = receiverUrl => ({
  name: 'Tell people it is over',
  description: 'Says in the channel that an incident has been resolved.',
  note: 'Sample workflow',
  definition: {
    schemaVersion: 1,
    trigger: { type: 'state_changed', to: ['resolved'], conditions: [] },
    settings: { timeout: '5min' },
    nodes: [
      {
        id: 'start',
        type: 'trigger',
        position: position(0, 0),
        data: { label: 'Resolved' },
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
              channel: '#incidents',
              text: 'Resolved: {{ incident.title }} (was {{ trigger.change.from }})',
              since: '{{ incident.startedAt }}',
            },
          },
        },
      },
    ],
    edges: [{ id: 'start-announce', source: 'start', target: 'announce' }],
  },
});
