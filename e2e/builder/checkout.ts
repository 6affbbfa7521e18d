/** A workflow as a team would draw it, for the pictures. It is arranged on import. */
export const CHECKOUT = {
  schemaVersion: 1,
  trigger: {
    type: 'incident_created',
    conditions: [
      { field: 'severity', operator: 'in', value: ['critical', 'major'] },
    ],
  },
  settings: { once: { per: 'fields', fields: ['service', 'severity'] } },
  nodes: [
    { id: 'trigger', type: 'trigger', data: { label: 'Checkout in trouble' } },
    {
      id: 'tell',
      type: 'action',
      data: {
        label: 'Tell the channel',
        actionType: 'webhook',
        config: {
          method: 'POST',
          url: 'https://chat.example.com/payments',
          body: { text: '{{ incident.title }} ({{ incident.severity }})' },
        },
      },
    },
    {
      id: 'urgent',
      type: 'condition',
      data: {
        label: 'Does it cost money now?',
        match: 'any',
        conditions: [
          { field: 'severity', value: 'critical' },
          {
            match: 'all',
            conditions: [
              { field: 'service', value: 'checkout' },
              { field: 'episode', operator: 'gte', value: 2 },
            ],
          },
        ],
      },
    },
    {
      id: 'page',
      type: 'action',
      data: {
        label: 'Page the engineer on call',
        actionType: 'webhook',
        config: {
          method: 'POST',
          url: 'https://pager.example.com/page',
          body: { summary: '{{ incident.title }}' },
        },
      },
    },
    {
      id: 'wait',
      type: 'delay',
      data: { label: 'Give people a moment', duration: '10min' },
    },
    {
      id: 'ask',
      type: 'action',
      data: {
        label: 'Ask for an update',
        actionType: 'webhook',
        config: {
          method: 'POST',
          url: 'https://chat.example.com/payments',
          body: { text: 'Any news of {{ incident.title }}?' },
        },
      },
    },
  ],
  edges: [
    { id: '1', source: 'trigger', target: 'tell' },
    { id: '2', source: 'tell', target: 'urgent' },
    { id: '3', source: 'urgent', sourceHandle: 'true', target: 'page' },
    { id: '4', source: 'urgent', sourceHandle: 'false', target: 'wait' },
    { id: '5', source: 'wait', target: 'ask' },
  ],
};
