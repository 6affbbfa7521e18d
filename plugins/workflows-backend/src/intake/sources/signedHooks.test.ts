import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { createHmac } from 'node:crypto';
import { migratedDatabase, testDatabases } from '../../testing/databases';
import { TestIntake } from '../__testUtils__/TestIntake';
import incidentIo from './incident-io/__fixtures__/status-updated.json';
import pagerduty from './pagerduty/__fixtures__/triggered.json';

/* Signed deliveries over HTTP, up to what is kept. */

const KEY = Buffer.alloc(24, 5);
const OLDER_KEY = Buffer.alloc(24, 6);
const secretOf = (key: Buffer) => `whsec_${key.toString('base64')}`;

const SOURCES: JsonObject = {
  pd: { type: 'pagerduty', secrets: ['the-new-secret', 'the-old-secret'] },
  incidents: {
    type: 'incident-io',
    secrets: [secretOf(KEY), secretOf(OLDER_KEY)],
  },
};

const PAGERDUTY = JSON.stringify(pagerduty);
const INCIDENT_IO = JSON.stringify(incidentIo);

function signedBy(secret: string, body: string = PAGERDUTY) {
  const hex = createHmac('sha256', secret).update(body).digest('hex');
  return { 'x-pagerduty-signature': `v1=${hex}` };
}

/** As incident.io signs at a moment that is `ageSeconds` ago. */
function webhook(options: { id: string; key?: Buffer; ageSeconds?: number }) {
  const { id, key = KEY, ageSeconds = 0 } = options;
  const seconds = Math.floor(Date.now() / 1_000) - ageSeconds;
  const signature = createHmac('sha256', key)
    .update(`${id}.${seconds}.${INCIDENT_IO}`)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}

describe('a signed hook', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let intake: TestIntake;

    beforeEach(async () => {
      knex = await migratedDatabase(databases, id);
      intake = await TestIntake.start({ knex, sources: SOURCES });
    });

    afterEach(() => intake.stop());

    const kept = () => knex('incident_deliveries').orderBy('id');

    it('takes PagerDuty by the new secret and by the old one, and makes one incident', async () => {
      const answers = [
        await intake.post('pd', PAGERDUTY, {
          ...signedBy('the-new-secret'),
          'x-webhook-id': 'a',
        }),
        await intake.post('pd', PAGERDUTY, {
          ...signedBy('the-old-secret'),
          'x-webhook-id': 'b',
        }),
        // Another attempt at the first.
        await intake.post('pd', PAGERDUTY, {
          ...signedBy('the-new-secret'),
          'x-webhook-id': 'a',
        }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([202, 202, 200]);
      await intake.settled();

      expect(await kept()).toMatchObject([
        { delivery_key: 'a', state: 'processed' },
        { delivery_key: 'b', state: 'processed' },
      ]);
      const [incident, ...others] = await knex('incidents');
      expect(others).toEqual([]);
      expect(incident).toMatchObject({
        incident_key: 'QHARBOUR1',
        status: 'triggered',
      });
      expect(JSON.parse(incident.folded)).toMatchObject({
        title: 'Disk of the crane controller is full',
        episode: 1,
        startedAt: '2026-11-22T09:58:03.125Z',
        entityAnnotations: { 'pagerduty.com/service-id': 'PCRANES' },
      });
    });

    it.each<[string, string, Record<string, string>]>([
      ['without a signature', PAGERDUTY, {}],
      ['that is not even JSON', '<xml/>', signedBy('a-stranger')],
      ['signed by another', PAGERDUTY, signedBy('a-stranger')],
      [
        'with one changed white-space',
        `${PAGERDUTY} `,
        signedBy('the-new-secret'),
      ],
      [
        'with a short signature',
        PAGERDUTY,
        { 'x-pagerduty-signature': 'v1=0' },
      ],
      [
        'with a long signature',
        PAGERDUTY,
        { 'x-pagerduty-signature': `v1=${'0'.repeat(5_000)}` },
      ],
    ])(
      'refuses a delivery of PagerDuty %s, and keeps nothing',
      async (_, body, headers) => {
        const { status, body: answer } = await intake.post('pd', body, headers);
        expect(status).toBe(401);
        expect(answer.error.name).toBe('AuthenticationError');
        expect(JSON.stringify(answer)).not.toContain('the-new-secret');
        expect(await kept()).toEqual([]);
      },
    );

    it('takes incident.io by either secret within five minutes', async () => {
      const status = async (options: Parameters<typeof webhook>[0]) =>
        (await intake.post('incidents', INCIDENT_IO, webhook(options))).status;
      expect(await status({ id: 'msg_1' })).toBe(202);
      expect(await status({ id: 'msg_2', key: OLDER_KEY })).toBe(202);
      expect(await status({ id: 'msg_3', ageSeconds: 240 })).toBe(202);
      // Attempted again, signed again.
      expect(await status({ id: 'msg_1', ageSeconds: 60 })).toBe(200);
      expect(await kept()).toHaveLength(3);
    });

    it.each([
      ['an old one', { id: 'm', ageSeconds: 400 }],
      ['one from the future', { id: 'm', ageSeconds: -400 }],
      ['one of another key', { id: 'm', key: Buffer.alloc(24, 9) }],
    ])('refuses of incident.io %s, and keeps nothing', async (_, options) => {
      const { status } = await intake.post(
        'incidents',
        INCIDENT_IO,
        webhook(options),
      );
      expect(status).toBe(401);
      expect(await kept()).toEqual([]);
    });

    it('keeps no signature with a delivery', async () => {
      await intake.post('incidents', INCIDENT_IO, webhook({ id: 'm' }));
      const [{ headers }] = await kept();
      expect(JSON.parse(headers)).toMatchObject({ 'webhook-id': 'm' });
      expect(headers).not.toContain('signature');
    });
  });
});
