import type { Knex } from 'knex';
import {
  type WorkflowAction,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { setKillSwitch } from '../database/operations/killSwitch/setKillSwitch';
import { ManualClock } from '../database/clock';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { custom, engineUnderTest, webhook } from './testing/engineUnderTest';
import { definition, node } from './testing/fixtures';
import { Receiver } from './testing/receiver';

const flip = (knex: Knex, on: boolean) =>
  knex.transaction(trx =>
    setKillSwitch({
      trx,
      clock: new ManualClock(),
      reason: on ? 'a storm of tickets' : undefined,
      actorRef: 'user:default/admin',
    }),
  );

/** An action while whose run the switch is thrown. */
function throwing(knex: Knex): WorkflowAction {
  return createWorkflowAction({
    id: 'test:throw',
    title: 'Throw',
    description: 'Throws the switch',
    effect: 'keyed',
    schema: { config: z.strictObject({}), output: z.strictObject({}) },
    prepare: () => ({}),
    run: async () => {
      await flip(knex, true);
      return { status: 'done', output: {} };
    },
  });
}

describe('the kill switch', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await Receiver.start();
  });
  afterEach(() => receiver.stop());

  it.each(ids)(
    'lets nothing be claimed while it is on, and loses nothing, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const test = engineUnderTest(knex);
      await flip(knex, true);
      await flip(knex, true);
      const execution = await test.start(
        definition([webhook('tell', receiver.url)]),
      );
      await test.drain();
      expect(await test.execution(execution)).toMatchObject({
        status: 'PENDING',
        epoch: 0,
      });

      await flip(knex, false);
      await test.drain();
      expect(await test.execution(execution)).toMatchObject({
        status: 'COMPLETED',
      });
      expect(receiver.received).toHaveLength(1);
    },
  );

  it.each(ids)(
    'stops a run between two steps and lets it go on there on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const test = engineUnderTest(knex, { actions: [throwing(knex)] });
      const execution = await test.start(
        definition(
          [
            custom('throw', 'test:throw'),
            node('severity', 'condition', {
              match: 'all',
              conditions: [{ field: 'severity', value: 'critical' }],
            }),
            webhook('tell', receiver.url),
          ],
          { edges: ['trigger>throw', 'throw>severity', 'severity:true>tell'] },
        ),
      );
      await test.drain();
      expect(await test.execution(execution)).toMatchObject({
        status: 'WAITING',
        reason_code: 'kill_switch',
        epoch: 1,
      });
      expect(Object.keys(await test.steps(execution))).toEqual(['throw']);
      expect(receiver.received).toEqual([]);
      test.clock.advance(60_000);
      await test.drain();
      expect((await test.execution(execution))?.epoch).toBe(1);

      await flip(knex, false);
      await test.drain();
      expect(await test.execution(execution)).toMatchObject({
        status: 'COMPLETED',
        reason_code: null,
        reason: null,
        epoch: 2,
      });
      expect(receiver.received).toHaveLength(1);
      expect(await test.attempts(execution, 'throw')).toHaveLength(1);
    },
  );

  it.each(ids)('starts no delay after a late claim on %s', async id => {
    const knex = await migratedDatabase(databases, id);
    const test = engineUnderTest(knex);
    const execution = await test.start(
      definition([node('wait', 'delay', { duration: '5min' })]),
    );
    const claim = await test.claim();
    await flip(knex, true);
    await test.run(claim!);
    expect(await test.execution(execution)).toMatchObject({
      status: 'WAITING',
      reason_code: 'kill_switch',
    });
    expect(await test.steps(execution)).toEqual({});
  });

  it.each(ids)(
    'is no reason to write for a worker that lost its claim on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const test = engineUnderTest(knex);
      const execution = await test.start(
        definition([webhook('tell', receiver.url)]),
      );
      const late = await test.claim();
      test.clock.advance(10_001);
      await test.claim();
      await flip(knex, true);
      await test.run(late!);
      expect(await test.execution(execution)).toMatchObject({
        status: 'RUNNING',
        epoch: 2,
      });
    },
  );
});
