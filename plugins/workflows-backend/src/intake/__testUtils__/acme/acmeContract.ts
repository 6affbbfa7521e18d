import { testIncidentSource } from 'backstage-plugin-workflows-node/testUtils';
import { createHmac } from 'node:crypto';
import { acmeSource } from './acmeModule';

const alarm = { id: '42', at: '2026-11-22T10:00:00Z', machine: 'press-3' };

testIncidentSource({
  type: acmeSource,
  config: { secrets: ['the-old-one', 'the-new-one'] },
  credentials: ({ rawBody }) => ({
    'x-acme-signature': createHmac('sha256', 'the-new-one')
      .update(rawBody)
      .digest('hex'),
  }),
  deliveries: {
    raised: { body: { alarm: { ...alarm, text: 'Jammed', over: false } } },
    gone: { body: { alarm: { ...alarm, over: true } } },
    ping: { body: {}, headers: { 'x-acme-event': 'ping' } },
  },
});
