import { testPublishedDeliveries } from '../__testUtils__/golden';
import { opsgenieSource } from './opsgenieSource';

/* Written by hand from the files. */

/** The alert of the vendor's documentation, which most files are of. */
const TEST_ALERT = {
  incidentKey: '052652ac-5d1c-464a-812a-7dd18bbfba8c',
  patch: { title: 'test alert' },
};

testPublishedDeliveries({
  folder: 'opsgenie',
  type: opsgenieSource,
  expected: {
    'zulip_create.json': {
      events: [
        {
          incidentKey: 'ec03dad6-62c8-4c94-b38b-d88f398e900f',
          occurredAt: '2017-08-14T11:25:56.288Z',
          patch: {
            status: 'triggered',
            title: 'another alert',
            priority: 'P3',
            service: 'Server',
            metadata: {
              action: 'Create',
              username: 'test@example.com',
              tinyId: '2',
              alias: 'alert-alias',
              entity: 'Server',
              source: 'test@example.com',
              tags: ['vip'],
              integration: 'Webhook',
            },
          },
        },
      ],
    },
    'zulip_acknowledge.json': {
      events: [
        {
          ...TEST_ALERT,
          // The nanoseconds 1420452224764002246.
          occurredAt: '2015-01-05T10:03:44.764Z',
          patch: {
            ...TEST_ALERT.patch,
            status: 'acknowledged',
            metadata: {
              action: 'Acknowledge',
              username: 'fili@ifountain.com',
              tinyId: '23',
              alias: 'aliastest',
              tags: ['tag1', 'tag2'],
            },
          },
        },
      ],
    },
    'zulip_unacknowledge.json': {
      events: [
        {
          ...TEST_ALERT,
          occurredAt: '2015-01-05T10:03:44.764Z',
          patch: { ...TEST_ALERT.patch, status: 'triggered' },
        },
      ],
    },
    'zulip_close.json': {
      events: [
        {
          ...TEST_ALERT,
          occurredAt: '2015-01-05T10:06:14.669Z',
          patch: { ...TEST_ALERT.patch, status: 'closed' },
        },
      ],
    },
    // Says nothing of the alert but which one it is, nor when.
    'zulip_escalate.json': {
      events: [
        {
          incidentKey: '7ba97e3a-d328-4b5e-8f9a-39e945a3869a',
          occurredAt: '2026-11-22T12:00:00.000Z',
          escalated: true,
          patch: {
            metadata: {
              action: 'Escalate',
              escalation: 'test_esc',
              escalatedTo: 'test@ifountain.com',
              integration: 'Webhook_Test',
            },
          },
        },
      ],
    },
    'zulip_addteam.json': {
      events: [
        {
          ...TEST_ALERT,
          occurredAt: '2015-01-05T10:04:16.147Z',
          patch: { ...TEST_ALERT.patch, team: 'team2' },
        },
      ],
    },
    'zulip_assignownership.json': {
      events: [
        {
          ...TEST_ALERT,
          occurredAt: '2015-01-05T10:06:14.669Z',
          patch: { ...TEST_ALERT.patch, assignee: 'user2@ifountain.com' },
        },
      ],
    },
    'zulip_addtags.json': {
      events: [
        {
          ...TEST_ALERT,
          occurredAt: '2015-01-05T10:04:35.002Z',
          patch: {
            ...TEST_ALERT.patch,
            metadata: { action: 'AddTags', tags: ['tag1', 'tag2', 'tag3'] },
          },
        },
      ],
    },
    'zulip_removetags.json': {
      events: [
        {
          ...TEST_ALERT,
          occurredAt: '2015-01-05T10:04:35.002Z',
          patch: {
            ...TEST_ALERT.patch,
            metadata: { action: 'RemoveTags', tags: ['tag1', 'tag2'] },
          },
        },
      ],
    },
    // An action of a team's own: what it means for the status is not known.
    'zulip_customaction.json': {
      events: [
        {
          ...TEST_ALERT,
          occurredAt: '2015-01-05T10:04:35.002Z',
          patch: { ...TEST_ALERT.patch, metadata: { action: 'TestAction' } },
        },
      ],
    },
  },
});
