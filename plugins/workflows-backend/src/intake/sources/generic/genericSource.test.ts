import { ConfigReader } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import { genericSource } from './genericSource';

const source = genericSource.create(
  new ConfigReader({
    insecure: true,
    fields: {
      incidentKey: 'data.id',
      title: 'data.title',
      status: 'data.state',
      severity: 'data.severity',
      priority: 'data.rank',
      service: 'data.services.0.name',
      team: 'data.team',
      assignee: 'data.who',
      url: 'data.links.html',
      description: 'data.text',
      entityRef: 'data.meta.backstage.io/ref',
      occurredAt: 'at',
    },
    statuses: { Open: 'triggered', seen: 'acknowledged', 'all good': 'closed' },
  }),
);

function eventOf(body: JsonValue) {
  const { events } = source.normalise({
    headers: {},
    body,
    receivedAt: '2026-11-22T12:00:00.000Z',
  });
  return JSON.parse(JSON.stringify(events![0]));
}

describe('the generic source', () => {
  it('takes a sender without statuses to speak of open incidents', () => {
    const plain = genericSource.create(
      new ConfigReader({
        insecure: true,
        fields: { incidentKey: 'id', title: 'name' },
      }),
    );
    const { events } = plain.normalise({
      headers: {},
      body: { id: '1', name: 'Disk full' },
      receivedAt: '2026-11-22T12:00:00.000Z',
    });
    expect(events?.[0].patch.status).toBe('triggered');
  });

  it('takes each field from its path', () => {
    expect(
      eventOf({
        at: '2026-11-22T10:00:00+01:00',
        data: {
          id: 'I-1',
          title: 'Disk full',
          state: 'OPEN',
          severity: 'high',
          rank: 1,
          services: [{ name: 'db' }, { name: 'web' }],
          team: 'storage',
          who: 'jo',
          links: { html: 'https://pager.example/I-1' },
          text: 'No space is left.',
          meta: { 'backstage.io/ref': 'resource:default/db' },
        },
      }),
    ).toEqual({
      incidentKey: 'I-1',
      occurredAt: '2026-11-22T09:00:00.000Z',
      entityRef: 'resource:default/db',
      patch: {
        status: 'triggered',
        title: 'Disk full',
        severity: 'high',
        priority: '1',
        service: 'db',
        team: 'storage',
        assignee: 'jo',
        url: 'https://pager.example/I-1',
        description: 'No space is left.',
      },
    });
  });

  it('leaves out what the body does not say', () => {
    expect(
      eventOf({ data: { id: 7, title: 'x', team: null, who: '' } }),
    ).toEqual({
      incidentKey: '7',
      occurredAt: '2026-11-22T12:00:00.000Z',
      patch: { title: 'x' },
    });
  });

  it.each([
    ['resolved', 'resolved'],
    ['Seen', 'acknowledged'],
    ['ALL GOOD', 'closed'],
  ])('reads the status %s as %s', (state, status) => {
    expect(eventOf({ data: { id: 1, title: 'x', state } }).patch.status).toBe(
      status,
    );
  });

  it.each([
    [1_763_805_600, '2025-11-22T10:00:00.000Z'],
    [1_763_805_600_000, '2025-11-22T10:00:00.000Z'],
    ['1763805600.5', '2025-11-22T10:00:00.500Z'],
  ])('reads the time %s', (at, expected) => {
    expect(eventOf({ at, data: { id: 1, title: 'x' } }).occurredAt).toBe(
      expected,
    );
  });

  it.each<[JsonValue, string]>([
    [{ data: { title: 'x' } }, "data.id: is missing, and it is the incident's"],
    [{ data: { id: {}, title: 'x' } }, 'data.id: must be text or a number'],
    [{ data: { id: [], title: 'x' } }, 'found a list'],
    [
      { data: { id: 1, title: 'x', state: 'odd' } },
      "data.state: 'odd' is none",
    ],
    [{ at: 'soon', data: { id: 1, title: 'x' } }, "at: 'soon' is not a time"],
    [{ at: 1e20, data: { id: 1, title: 'x' } }, 'is not a time'],
    [[], 'the body: must be a JSON object'],
    [null, 'the body: must be a JSON object'],
    ['text', 'the body: must be a JSON object'],
  ])('names the path of what is wrong in %j', (body, message) => {
    expect(() => eventOf(body)).toThrow(message);
  });
});
