import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { databaseClock } from '../database/clock';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { Inbox } from './Inbox';

describe('deliveries that are kept together', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  async function setUp(id: (typeof ids)[number][0]) {
    const knex: Knex = await migratedDatabase(databases, id);
    const inserts = jest.fn();
    knex.on('query', ({ sql }) => /^insert/i.test(sql) && inserts());
    const inbox = Inbox.create({
      knex,
      clock: databaseClock,
      logger: mockServices.logger.mock(),
    });
    const keep = (deliveryKey: string, body: string | null = '{}') =>
      inbox.keep({
        sourceId: 's',
        deliveryKey,
        body: body as string,
        headers: {},
      });
    const rows = () => knex('incident_deliveries').orderBy('delivery_key');
    return { knex, inserts, keep, rows };
  }

  it.each(ids)(
    'are one statement, and copies are told apart, on %s',
    async id => {
      const { inserts, keep, rows } = await setUp(id);
      const known = await keep('known');
      inserts.mockClear();
      const [b, a, again, copy] = await Promise.all([
        keep('b', '{"first":true}'),
        keep('a'),
        keep('b', '{"first":false}'),
        keep('known'),
      ]);
      expect(inserts).toHaveBeenCalledTimes(1);
      expect(again).toEqual({ id: b.id, duplicate: true });
      expect(copy).toEqual({ id: known.id, duplicate: true });
      expect(await rows()).toMatchObject([
        { id: a.id, delivery_key: 'a' },
        { id: b.id, delivery_key: 'b', body: '{"first":true}' },
        { id: known.id },
      ]);
    },
  );

  it.each(ids)('are not refused for one that is, on %s', async id => {
    const { keep, rows } = await setUp(id);
    const kept = await Promise.allSettled([
      keep('a'),
      // What the column does not take.
      keep('bad', null),
      keep('c'),
    ]);
    expect(kept.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect((await rows()).map(row => row.delivery_key)).toEqual(['a', 'c']);
  });
});
