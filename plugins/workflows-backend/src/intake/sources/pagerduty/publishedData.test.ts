import { ConfigReader } from '@backstage/config';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pagerdutySource } from './pagerdutySource';

/*
 * The data of events as the documentation shows them, put into the event that
 * they come in.
 */
const FOLDER = resolve(
  __dirname,
  '../../../../../../../shared/payloads/pagerduty',
);
const there = existsSync(FOLDER);

function normalise(dataType: string, eventType: string) {
  const data = JSON.parse(
    readFileSync(resolve(FOLDER, `docs_datatype_${dataType}.json`), 'utf8'),
  );
  return pagerdutySource
    .create(new ConfigReader({ insecure: true }))
    .normalise({
      headers: {},
      body: {
        event: {
          id: '01',
          event_type: eventType,
          resource_type: eventType.split('.')[0],
          occurred_at: '2026-11-22T10:00:00Z',
          agent: null,
          data,
        },
      },
      receivedAt: '2026-11-22T12:00:00.000Z',
    });
}

/** Written by hand. The incident, its title, what else is said. */
const EXPECTED: Array<[string, string, string, string | undefined, object]> = [
  [
    'incident_note',
    'incident.annotated',
    'PGR0VU2',
    'A little bump in the road',
    { metadata: { note: 'I sure am glad we are using PagerDuty!' } },
  ],
  [
    'incident_responder',
    'incident.responder.added',
    'PGR0VU2',
    'A little bump in the road',
    {
      metadata: {
        responder: {
          name: 'Maeve',
          escalationPolicy: 'The Policy',
          message: 'Please help me make the tests pass',
          state: 'pending',
        },
      },
    },
  ],
  [
    'incident_conference_bridge',
    'incident.conference_bridge.updated',
    'PGR0VU2',
    'Major incident - customer shopping cart screen',
    { metadata: { conferenceUrl: 'https://example.com' } },
  ],
  [
    'incident_field_values',
    'incident.custom_field_values.updated',
    'PBAZLIU',
    undefined,
    { labels: { environment: 'production', region: 'US' }, metadata: {} },
  ],
  [
    'incident_action_invocation',
    'incident.action_invocation.created',
    'PBAZLIU',
    'An Incident',
    {
      metadata: {
        invocation: { action: 'A Helpful Action', state: 'created' },
      },
    },
  ],
  [
    'incident_workflow_instance',
    'incident.workflow.started',
    'PBAZLIU',
    'A little bump in the road',
    { metadata: { summary: 'A Workflow Instance Name' } },
  ],
];

(there ? describe : describe.skip)(
  `data in PagerDuty's documentation${
    there ? '' : ' (skipped: ../shared/payloads is not there)'
  }`,
  () => {
    it.each(EXPECTED)(
      '%s says a part of its incident',
      (dataType, eventType, incidentKey, title, { metadata, ...rest }: any) => {
        expect(normalise(dataType, eventType)).toEqual({
          events: [
            {
              incidentKey,
              occurredAt: '2026-11-22T10:00:00.000Z',
              patch: {
                ...(title && { title }),
                url: `https://acme.pagerduty.com/incidents/${incidentKey}`,
                ...rest,
                metadata: { event: eventType, ...metadata },
              },
            },
          ],
        });
      },
    );

    it('service_field_values says nothing of an incident', () => {
      expect(
        normalise(
          'service_field_values',
          'service.custom_field_values.updated',
        ),
      ).toEqual({
        ignored: 'service.custom_field_values.updated is about no incident',
      });
    });
  },
);
