import { migratedDatabase, testDatabases } from '../testing/databases';
import { insertTestExecution } from '../testing/insertTestExecution';
import { USERS, asUser, startPlugin } from '../testing/startPlugin';

async function until(look: () => Promise<boolean>) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (await look()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('it did not happen in 20 s');
}

describe('/kill-switch', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();

  it.each(ids)(
    'is seen by all, changed by admins, and holds runs back on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const backend = await startPlugin({
        knex,
        config: { egress: { allowPublic: false } },
      });
      const admin = backend.as(asUser(USERS.admin));
      const member = backend.as(asUser(USERS.member));
      const off = { on: false, configured: false };
      expect((await member.get('/kill-switch')).body).toEqual(off);

      const on = { on: true, reason: 'A storm of tickets' };
      expect((await member.put('/kill-switch').send(on)).status).toBe(403);
      for (const wrong of [{ on: true }, { on: true, reason: ' ' }, {}]) {
        expect((await admin.put('/kill-switch').send(wrong)).status).toBe(400);
      }
      expect((await member.get('/kill-switch')).body).toEqual(off);

      const answer = await admin.put('/kill-switch').send(on);
      expect(answer.status).toBe(200);
      expect((await member.get('/kill-switch')).body).toEqual({
        on: true,
        configured: false,
        reason: 'A storm of tickets',
        changedBy: USERS.admin,
        changedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      });

      const execution = await insertTestExecution(knex, {
        status: 'PENDING',
        due_at: 1,
        trigger_context: '{"incident":{}}',
      });
      await new Promise(resolve => setTimeout(resolve, 1_200));
      const seen = await admin.get(`/executions/${execution}`);
      expect(seen.body.status).toBe('PENDING');

      await admin.put('/kill-switch').send({ on: false });
      expect((await member.get('/kill-switch')).body).toEqual(off);
      await until(
        async () =>
          (await admin.get(`/executions/${execution}`)).body.status ===
          'FAILED',
      );
    },
  );

  it.each(ids)(
    'cannot be switched off when the configuration has it on, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const backend = await startPlugin({ knex, config: { killSwitch: true } });
      const admin = backend.as(asUser(USERS.admin));
      expect((await admin.get('/kill-switch')).body).toEqual({
        on: true,
        configured: true,
      });
      const refused = await admin.put('/kill-switch').send({ on: false });
      expect([refused.status, refused.body.error.message]).toEqual([
        409,
        expect.stringContaining('workflows.killSwitch'),
      ]);
      const execution = await insertTestExecution(knex, {
        status: 'PENDING',
        due_at: 1,
      });
      await new Promise(resolve => setTimeout(resolve, 1_200));
      expect((await admin.get(`/executions/${execution}`)).body.status).toBe(
        'PENDING',
      );
    },
  );
});
