import type { IncidentSource } from 'backstage-plugin-workflows-node';
import type { IncidentDeliveryRow } from '../database/rows';
import { normaliseDelivery } from './normaliseDelivery';

const RECEIVED_AT = '2026-11-22T12:00:00.000Z';

const row: IncidentDeliveryRow = {
  id: 'd',
  source_id: 's',
  delivery_key: 'key',
  body: '{}',
  headers: '{}',
  state: 'received',
  error: null,
  attempts: 1,
  epoch: 1,
  due_at: null,
  received_at: Date.parse(RECEIVED_AT),
  processed_at: null,
};

const sourceThatSays = (occurredAt: string): IncidentSource => ({
  verify: () => {},
  deliveryKey: () => 'key',
  normalise: () => ({
    events: [{ incidentKey: 'i', occurredAt, patch: { status: 'triggered' } }],
  }),
});

describe('normaliseDelivery', () => {
  it.each([
    ['an hour ago', '2026-11-22T11:00:00.000Z', '2026-11-22T11:00:00.000Z'],
    [
      'by a clock that is a little ahead',
      '2026-11-22T12:04:00.000Z',
      '2026-11-22T12:04:00.000Z',
    ],
    ['in 2099', '2099-12-31T00:00:00.000Z', RECEIVED_AT],
  ])('dates an event that happened %s', (_, said, taken) => {
    expect(normaliseDelivery(sourceThatSays(said), row).events).toEqual([
      expect.objectContaining({ occurredAt: taken, orderKey: 'key:0' }),
    ]);
  });

  it('names the place of what a source got wrong', () => {
    expect(() => normaliseDelivery(sourceThatSays('yesterday'), row)).toThrow(
      /Event 0, occurredAt/,
    );
  });
});
