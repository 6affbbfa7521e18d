import { ConfigReader } from '@backstage/config';
import {
  type IncidentEvent,
  incidentEventSchema,
} from 'backstage-plugin-workflows-common';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseBody } from '../body/parseBody';
import { alertmanagerSource } from './alertmanager';

/*
 * Deliveries that others have published. They are not part of this project, so
 * the test reads them where they are beside it; elsewhere it is skipped.
 */
const FOLDER = resolve(
  __dirname,
  '../../../../../../shared/payloads/alertmanager',
);

/** Number of alerts, keys, statuses, titles and severities; written by hand. */
const EXPECTED: Record<
  string,
  Array<[string | RegExp, string, string, string?]>
> = {
  'alerta_prometheus_v3_alert.json': [
    [/^[0-9a-f]{16}$/, 'triggered', 'Connect fail', 'critical'],
  ],
  'alerta_prometheus_v4_alert.json': [
    [
      /^[0-9a-f]{16}$/,
      'triggered',
      'No things for over 10 minutes',
      'critical',
    ],
  ],
  'debian0.25_resolved_grouped.json': [
    ['fd945d28b1b2c6f8', 'resolved', '5xx ratio above 5%', 'critical'],
    [
      '2bf85eb822bd39ea',
      'resolved',
      '5xx ratio above 2% – überprüfen 🚨',
      'warning',
    ],
  ],
  'fh_multi-open.json': [
    ['28295wtbgwyrgb8731', 'triggered', 'This is a test alertmanager alert'],
    [/./, 'triggered', 'This is another test alertmanager alert'],
  ],
  'fh_single-open.json': [
    ['28295wtbgwyrgb8731', 'triggered', 'This is a test alertmanager alert'],
  ],
  'oncall_example_alertmanager.json': [
    ['f404ecabc8dd5cd7', 'triggered', 'InstanceDown', 'critical'],
    ['f8f08d4e32c61a9d', 'triggered', 'InstanceDown', 'critical'],
  ],
  'zulip_alert.json': [
    ['a1bc48475b20e73d', 'triggered', 'High CPU core temperature', 'critical'],
    [/./, 'triggered', 'High CPU core temperature', 'critical'],
  ],
  'zulip_single_alert.json': [
    ['a1bc48475b20e73d', 'resolved', 'High CPU core temperature', 'critical'],
  ],
};

const files = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter(
      name => name.endsWith('.json') && !name.endsWith('.headers.json'),
    )
  : [];

if (files.length === 0) {
  // eslint-disable-next-line no-console
  console.warn(`Skipped: no published Alertmanager deliveries at ${FOLDER}`);
}

(files.length ? describe : describe.skip)('published deliveries', () => {
  const source = (incidentPer: string) =>
    alertmanagerSource.create(
      new ConfigReader({ insecure: true, incidentPer }),
    );

  const eventsOf = (file: string, incidentPer: string): IncidentEvent[] =>
    source(incidentPer).normalise({
      headers: {},
      body: parseBody(readFileSync(resolve(FOLDER, file), 'utf8')),
      receivedAt: '2026-11-22T12:00:00.000Z',
    }).events ?? [];

  it('are all expected here', () => {
    expect(files.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(Object.keys(EXPECTED))('%s gives its alerts', file => {
    const events = eventsOf(file, 'alert');
    events.forEach(event => incidentEventSchema.parse(event));
    expect(
      events.map(({ incidentKey, patch }) => [
        incidentKey,
        patch.status,
        patch.title,
        patch.severity,
      ]),
    ).toEqual(
      EXPECTED[file].map(([key, status, title, severity]) => [
        expect.stringMatching(key),
        status,
        title,
        severity,
      ]),
    );
  });

  it.each(Object.keys(EXPECTED))('%s gives one group', file => {
    const events = eventsOf(file, 'group');
    expect(events).toHaveLength(1);
    incidentEventSchema.parse(events[0]);
    expect(events[0].patch.metadata?.alerts).toHaveLength(
      EXPECTED[file].length,
    );
  });
});
