import createKnex, { type Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackendProcess, POSTGRES } from './__testUtils__/BackendProcess';
import { Receiver } from './__testUtils__/Receiver';
import { definition, delay, webhook } from './__testUtils__/definitions';
import { eventually } from './__testUtils__/eventually';
import { freePort } from './__testUtils__/freePort';

jest.setTimeout(240_000);

/** Three leases, so that every timer of the paused process is long over. */
const PAUSE_MS = 30_000;

const describeWithPostgres = POSTGRES ? describe : describe.skip;

describeWithPostgres('a process that is paused in the middle of a run', () => {
  let receiver: Receiver;
  let paused: BackendProcess;
  let other: BackendProcess;
  let knex: Knex;

  beforeAll(async () => {
    receiver = await Receiver.start();
    const prefix = `paused_${await freePort()}_${process.pid}_`;
    const options = {
      database: {
        name: 'PostgreSQL' as const,
        connection: POSTGRES!,
        prefix,
      },
      workflows: {
        sources: {
          generic: {
            type: 'generic',
            insecure: true,
            fields: { incidentKey: 'id', title: 'title' },
          },
        },
        egress: { allow: [receiver.host] },
      },
    };
    paused = await BackendProcess.create(options);
    other = await BackendProcess.create(options);
    const own = new URL(POSTGRES!);
    own.pathname = `/${prefix}workflows`;
    knex = createKnex({ client: 'pg', connection: own.href });
  });

  afterAll(async () => {
    await knex?.destroy();
    await paused?.dispose();
    await other?.dispose();
    await receiver?.stop();
  });

  it('writes and starts nothing after another has taken over', async () => {
    await paused.start();
    const slow = webhook('slow', `http://${receiver.host}/slow`);
    Object.assign(slow.data, { timeout: '2min' });
    await paused.run(
      'two calls',
      definition(
        [
          slow,
          delay('pause', '1s'),
          webhook('last', `http://${receiver.host}/last`),
        ],
        ['start>slow', 'slow>pause', 'pause>last'],
      ),
    );
    receiver.silentAt = '/slow';
    await paused.hook('generic', '{"id":"42","title":"Disk full"}');
    await eventually(
      () => receiver.at('/slow').length,
      count => count === 1,
    );
    // It comes now, so that the run is surely the first one's.
    await other.start();

    // Another sees that the lease is over 10 s after its last renewal.
    paused.signal('SIGSTOP');
    const pausedAt = performance.now();
    await eventually(
      () => receiver.at('/slow').length,
      count => count === 2,
    );
    expect(paused.output()).not.toMatch(/is lost/);
    receiver.silentAt = undefined;
    // Both get their answer: that of the paused one waits in its socket.
    receiver.answerSilent();
    const [run] = await other.finishedExecutions(1);
    expect(run.status).toBe('COMPLETED');
    const before = await recorded(knex);
    const requests = receiver.requests.length;

    await sleep(Math.max(0, PAUSE_MS - (performance.now() - pausedAt)));
    expect(await recorded(knex)).toEqual(before);
    paused.signal('SIGCONT');
    await eventually(
      () => paused.output(),
      output => /is lost|is left until it is claimed again/.test(output),
    );
    // It works again, and whatever it had in mind about the run is behind it.
    await other.kill();
    await paused.hook('generic', '{"id":"43","title":"Disk fuller"}');
    await paused.finishedExecutions(2);

    expect(await recorded(knex, run.id)).toEqual(before);
    expect(receiver.requests).toHaveLength(requests + 2);
    expect(receiver.at('/slow')).toHaveLength(3);
    expect(receiver.at('/last')).toHaveLength(2);
  });
});

/** Everything that is stored of a run, the only one when none is named. */
async function recorded(knex: Knex, id?: string) {
  const [execution] = await knex('workflow_executions')
    .select()
    .where(id ? { id } : {});
  const steps = await knex('workflow_execution_steps')
    .where({ execution_id: execution.id })
    .orderBy('id');
  const attempts = await knex('workflow_step_attempts')
    .whereIn(
      'step_id',
      steps.map(step => step.id),
    )
    .orderBy('id');
  return { execution, steps, attempts };
}
