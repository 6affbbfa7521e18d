import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';

/** The smallest workflow that can be published: a trigger and one webhook. */
export function simpleDefinition(
  options: { url?: string; secret?: string } = {},
): WorkflowDefinition {
  const { url = 'https://receiver.example.com/hook', secret } = options;
  return {
    schemaVersion: 1,
    trigger: { type: 'incident_created', conditions: [] },
    settings: {},
    nodes: [
      { id: 'start', type: 'trigger', position: { x: 0, y: 0 }, data: {} },
      {
        id: 'tell',
        type: 'action',
        position: { x: 200, y: 0 },
        data: {
          actionType: 'webhook',
          config: {
            method: 'POST',
            url,
            ...(secret && { headers: { Authorization: { secret } } }),
            body: { text: '{{ incident.title }}' },
          },
        },
      },
    ],
    edges: [{ id: 'e1', source: 'start', target: 'tell' }],
  };
}
