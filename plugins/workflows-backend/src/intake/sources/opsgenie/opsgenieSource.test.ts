import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseBody } from '../../body/parseBody';
import { testDisfiguredDeliveries } from '../__testUtils__/mutations';
import { opsgenieSource } from './opsgenieSource';

const RECEIVED_AT = '2026-11-22T12:00:00.000Z';

const TEXT = readFileSync(
  resolve(__dirname, '__fixtures__/create.json'),
  'utf8',
);
/** Parsed as deliveries are: its integers are beyond what a number holds. */
const CREATE = parseBody(TEXT) as JsonObject;

const create = (config: JsonObject = { insecure: true }) =>
  opsgenieSource.create(new ConfigReader(config));

const normalise = (body: JsonValue) =>
  create().normalise({ headers: {}, body, receivedAt: RECEIVED_AT });

/** What is posted after an action, with other facts of the alert. */
const after = (action: string, alert: JsonObject = {}) => ({
  ...CREATE,
  action,
  alert: { ...(CREATE.alert as JsonObject), ...alert },
});

const eventAfter = (action: string, alert?: JsonObject) =>
  normalise(after(action, alert)).events![0];

describe('the Opsgenie source', () => {
  it('takes an alert with all that is said of it', () => {
    expect(normalise(CREATE)).toEqual({
      events: [
        {
          incidentKey: '5b0d4b1e-7f43-4b3e-9d35-6a4e29a6f1f0-1763805483125',
          occurredAt: '2025-11-22T09:58:03.125Z',
          entityAnnotations: {
            'opsgenie.com/component-selector': 'tag:"service:crane-controller"',
          },
          patch: {
            status: 'triggered',
            title: 'Disk of the crane controller is full',
            description: 'No space is left on /var.',
            priority: 'P2',
            service: 'crane-controller',
            team: '3d1c1f7a-90b0-4f0f-b7c1-2f2f8b6a0f11',
            labels: {
              service: 'crane-controller',
              env: 'prod',
              region: 'north',
              attempts: '3',
            },
            metadata: {
              action: 'Create',
              username: 'System',
              tinyId: '1042',
              alias: 'crane-controller/disk',
              entity: 'crane-07',
              source: 'prometheus',
              tags: ['service:crane-controller', 'env=prod', 'night'],
              teams: ['3d1c1f7a-90b0-4f0f-b7c1-2f2f8b6a0f11'],
              integration: 'Portal',
            },
          },
        },
      ],
    });
  });

  it.each([
    ['Create', 'triggered'],
    ['Acknowledge', 'acknowledged'],
    ['UnAcknowledge', 'triggered'],
    ['Close', 'closed'],
    ['Delete', 'closed'],
    ['Snooze', undefined],
    ['AddNote', undefined],
    ['UpdatePriority', undefined],
    ['our own action', undefined],
  ])('takes %s to mean the status %s', (action, status) => {
    expect(eventAfter(action).patch.status).toBe(status);
  });

  it('dates what changed an alert by when it changed', () => {
    expect(eventAfter('Close').occurredAt).toBe('2025-11-22T09:58:03.211Z');
    expect(eventAfter('Close', { updatedAt: null }).occurredAt).toBe(
      RECEIVED_AT,
    );
  });

  it.each([
    ['P1', 'P1'],
    [3, 'P3'],
    ['5', 'P5'],
    [7, '7'],
  ])('reads the priority %s as %s', (priority, expected) => {
    expect(eventAfter('Create', { priority }).patch.priority).toBe(expected);
  });

  it('says of an escalation only what it says', () => {
    expect(
      normalise({
        action: 'Escalate',
        alert: { alertId: 'a' },
        escalationName: 'Night',
      }),
    ).toEqual({
      events: [
        {
          incidentKey: 'a',
          occurredAt: RECEIVED_AT,
          escalated: true,
          patch: { metadata: { action: 'Escalate', escalation: 'Night' } },
        },
      ],
    });
    expect(eventAfter('EscalateNext').escalated).toBe(true);
    expect(eventAfter('Acknowledge').escalated).toBeUndefined();
  });

  it('falls back to the entity for the service, and to no entity of the catalog', () => {
    const { patch, entityAnnotations } = eventAfter('Create', {
      tags: ['night'],
    });
    expect(patch.service).toBe('crane-07');
    expect(entityAnnotations).toBeUndefined();
  });

  it.each<[JsonValue, string]>([
    [[], 'the body: '],
    [{}, 'action: '],
    [{ action: 'Create' }, 'alert: '],
    [{ action: 'Create', alert: {} }, 'alert.alertId: '],
    [
      after('Create', { createdAt: 'today' }),
      "alert.createdAt: 'today' is not a time",
    ],
    [after('Close', { updatedAt: '-1' }), "alert.updatedAt: '-1' is not"],
  ])('says the place of what is wrong in %j', (body, message) => {
    expect(() => normalise(body)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  describe('tells deliveries apart', () => {
    const key = (text: string) =>
      create().deliveryKey({
        headers: {},
        rawBody: Buffer.from(text),
        receivedAt: RECEIVED_AT,
      });

    it('by alert, action and the nanosecond of its change', () => {
      const later = TEXT.replace('1763805483211000128', '1763805483211000129');
      expect(key(TEXT)).toBe(key(TEXT.replace('"API"', '"api"')));
      expect(key(TEXT)).not.toBe(key(later));
      expect(key(TEXT)).not.toBe(key(TEXT.replace('Create', 'Close')));
      expect(key(TEXT)).not.toBe(key(TEXT.replace('5b0d', '5b0e')));
    });

    it('by their bytes where there is no time, as in escalations', () => {
      const escalation = (repeatCount: number) =>
        `{"action":"Escalate","alert":{"alertId":"a"},"repeatCount":${repeatCount}}`;
      expect(key(escalation(0))).toBe(key(escalation(0)));
      expect(key(escalation(0))).not.toBe(key(escalation(1)));
      expect(key('[]')).not.toBe(key('{}'));
    });
  });

  it('takes a token, in place of the signatures that there are not', () => {
    const source = create({ tokens: ['old', 'new'] });
    const verify = (authorization?: string) => () => {
      source.verifyHeaders!({ authorization });
      source.verify({
        headers: { authorization },
        rawBody: Buffer.from(TEXT),
        receivedAt: RECEIVED_AT,
      });
    };
    expect(verify('Bearer new')).not.toThrow();
    expect(verify(`Basic ${btoa('portal:old')}`)).not.toThrow();
    expect(verify('Bearer x')).toThrow('not one of this source');
    expect(verify()).toThrow('needs a bearer token');
    expect(() => create({})).toThrow('tokens must name at least one token');
  });

  testDisfiguredDeliveries({
    source: create,
    bodies: {
      'a new alert': CREATE,
      'a closed alert': after('Close'),
      'an escalation': {
        action: 'Escalate',
        alert: { alertId: 'a' },
        escalationNotify: { name: 'x' },
      },
    },
  });
});
