import { mockServices } from '@backstage/backend-test-utils';
import { databaseClock } from '../database/clock';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { Engine } from './Engine';
import { TableExecutionDriver } from './TableExecutionDriver';
import { engineUnderTest, webhook } from './testing/engineUnderTest';
import { definition, node, startExecution } from './testing/fixtures';
import { Receiver } from './testing/receiver';

async function until(condition: () => boolean | Promise<boolean>) {
  while (!(await condition())) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

describe('Engine', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let receiver: Receiver;
  let engine: Engine;
  afterEach(async () => {
    await engine?.stop();
    await receiver?.stop();
  });

  async function started(id: (typeof ids)[number][0], graceMs = 0) {
    const knex = await migratedDatabase(databases, id);
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const driver = TableExecutionDriver.create({
      knex,
      clock: databaseClock,
      logger,
      pollMs: 10,
      graceMs,
    });
    const test = engineUnderTest(knex, { clock: databaseClock, driver });
    engine = Engine.create(test.engine);
    await engine.start();
    const start = (drawn: ReturnType<typeof definition>) =>
      startExecution({ knex, clock: databaseClock, definition: drawn });
    return { ...test, knex, start };
  }

  it.each(ids)(
    'runs what is due, and goes on after an error while claiming, on %s',
    async id => {
      receiver = await Receiver.start();
      const { knex, start, execution } = await started(id);
      await knex.schema.renameTable('workflow_executions', 'away');
      await new Promise(resolve => setTimeout(resolve, 50));
      await knex.schema.renameTable('away', 'workflow_executions');
      const run = await start(definition([webhook('tell', receiver.url)]));
      engine.poke();
      await until(async () => (await execution(run))?.status === 'COMPLETED');
      expect(receiver.received).toHaveLength(1);
    },
  );

  it.each(ids)(
    'cancels a running execution, whose request is then in doubt, on %s',
    async id => {
      let aborted = false;
      receiver = await Receiver.start((_, response) => {
        response.on('close', () => {
          aborted = true;
        });
      });
      const { start, execution, steps, attempts } = await started(id);
      const run = await start(definition([webhook('tell', receiver.url)]));
      await until(() => receiver.received.length === 1);
      await engine.cancel(run, 'user:default/ada');
      await until(() => aborted);
      expect(await execution(run)).toMatchObject({
        status: 'CANCELLED',
        reason_code: 'cancelled_by_user',
        reason: 'Cancelled by user:default/ada',
        due_at: null,
        epoch: 2,
      });
      expect((await steps(run)).tell).toMatchObject({
        state: 'failed',
        effect_state: 'in_doubt',
        error: { code: 'cancelled' },
      });
      expect(await attempts(run, 'tell')).toEqual([
        expect.objectContaining({ outcome: 'ambiguous' }),
      ]);
      await engine.stop();
      expect((await execution(run))?.status).toBe('CANCELLED');
    },
  );

  it.each(ids)(
    'cancels a waiting execution, and none that has ended, on %s',
    async id => {
      const { start, execution, steps } = await started(id);
      const run = await start(
        definition([node('wait', 'delay', { duration: '1d' })]),
      );
      await until(async () => (await execution(run))?.status === 'WAITING');
      await engine.cancel(run, 'user:default/ada');
      expect((await execution(run))?.status).toBe('CANCELLED');
      expect((await steps(run)).wait).toMatchObject({
        state: 'failed',
        effect_state: null,
        resume_at: null,
      });
      await expect(engine.cancel(run, 'x')).rejects.toThrow('ended already');
      await expect(engine.cancel('none', 'x')).rejects.toThrow('no execution');
    },
  );

  it.each(ids)(
    'gives back what runs when it stops, and another goes on, on %s',
    async id => {
      let hang = true;
      receiver = await Receiver.start((_, response) => {
        if (!hang) {
          response.end();
        }
      });
      const { knex, start, execution, attempts } = await started(id);
      const run = await start(
        definition([webhook('tell', receiver.url, { retry: { attempts: 1 } })]),
      );
      await until(() => receiver.received.length === 1);
      await engine.stop();
      const row = await execution(run);
      expect(row?.status).toBe('RUNNING');
      const [{ now }] = await knex.select(
        knex.raw('? as now', [databaseClock.now(knex)]),
      );
      expect(Number(row?.due_at)).toBeLessThanOrEqual(Number(now));

      hang = false;
      await engine.start();
      await until(async () => (await execution(run))?.status === 'COMPLETED');
      expect(
        (await attempts(run, 'tell')).map(({ outcome, error }) => [
          outcome,
          error?.code,
        ]),
      ).toEqual([
        ['ambiguous', 'interrupted'],
        ['succeeded', undefined],
      ]);
    },
  );
});
