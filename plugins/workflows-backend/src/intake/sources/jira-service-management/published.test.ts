import { testPublishedDeliveries } from '../__testUtils__/golden';
import { jiraServiceManagementSource } from './jiraServiceManagementSource';

/* Written by hand from the files. */
testPublishedDeliveries({
  folder: 'jira-service-management',
  type: jiraServiceManagementSource,
  expected: {
    'docs_alert_create.json': {
      events: [
        {
          incidentKey: '052652ac-5d1c-464a-812a-7dd18bbfba8c',
          // createdAt; updatedAt is 1420452193166002000, two seconds later.
          occurredAt: '2015-01-05T10:03:11.104Z',
          patch: {
            status: 'triggered',
            // As it is spelt, with the space.
            title: ' test alert',
            team: 'team1',
            metadata: {
              action: 'Create',
              teams: ['team1', 'team2'],
              tags: ['tag1', 'tag2'],
              integration: 'Integration1',
            },
          },
        },
      ],
    },
    'docs_alert_acknowledge.json': {
      events: [
        {
          incidentKey: '052652ac-5d1c-464a-812a-7dd18bbfba8c',
          occurredAt: '2015-01-05T10:03:44.764Z',
          patch: {
            status: 'acknowledged',
            title: 'test alert',
            metadata: { action: 'Acknowledge', alias: 'aliastest' },
          },
        },
      ],
    },
  },
});
