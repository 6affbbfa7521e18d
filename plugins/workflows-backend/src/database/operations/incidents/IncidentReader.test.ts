import { ManualClock } from '../../clock';
import { newId } from '../../newId';
import { migratedDatabase, testDatabases } from '../../../testing/databases';
import { IncidentReader } from './IncidentReader';

describe('IncidentReader', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'gives to each what it asked for, in one statement, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const clock = new ManualClock();
      const ids = [newId(), newId()];
      await knex('incidents').insert(
        ids.map((incidentId, index) => ({
          id: incidentId,
          source_id: 'alerts',
          incident_key: `key-${index}`,
          status: 'triggered',
          episode: 1,
          title: `title ${index}`,
          folded: JSON.stringify({ title: `title ${index}` }),
          created_at: clock.read(),
          updated_at: clock.read(),
        })),
      );
      const statements: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
      const { read } = IncidentReader.create({ knex });
      const found = await Promise.all(
        [ids[1], newId(), ids[0], ids[1]].map(read),
      );
      expect(found.map(incident => incident?.title)).toEqual([
        'title 1',
        undefined,
        'title 0',
        'title 1',
      ]);
      expect(statements).toHaveLength(1);
    },
  );
});
