import { BackendProcess, POSTGRES } from './__testUtils__/BackendProcess';
import { HalfOpenProxy } from './__testUtils__/HalfOpenProxy';
import { Receiver } from './__testUtils__/Receiver';
import { definition, webhook } from './__testUtils__/definitions';
import { eventually } from './__testUtils__/eventually';

jest.setTimeout(400_000);

/** Enough that all connections are open and hang. */
const RUNS = 20;
/** Longer than a lease. */
const HALF_OPEN_MS = 25_000;

const describeWithPostgres = POSTGRES ? describe : describe.skip;

describeWithPostgres('a connection to PostgreSQL that is half-open', () => {
  let receiver: Receiver;
  let proxy: HalfOpenProxy;
  let backend: BackendProcess;

  beforeAll(async () => {
    receiver = await Receiver.start();
    const database = new URL(POSTGRES!);
    proxy = await HalfOpenProxy.start({
      host: database.hostname,
      port: Number(database.port),
    });
    database.hostname = '127.0.0.1';
    database.port = String(proxy.port);
    backend = await BackendProcess.create({
      database: {
        name: 'PostgreSQL',
        connection: database.href,
        pool: { min: 0, max: 4 },
      },
      workflows: {
        sources: {
          generic: {
            type: 'generic',
            insecure: true,
            fields: { incidentKey: 'id', title: 'title' },
          },
        },
        egress: { allow: [receiver.host], perHostConcurrency: RUNS },
      },
    });
    await backend.start();
    await backend.run(
      'two calls',
      definition(
        [
          webhook('slow', `http://${receiver.host}/slow`),
          webhook('last', `http://${receiver.host}/last`),
        ],
        ['start>slow', 'slow>last'],
      ),
    );
  });

  afterAll(async () => {
    await backend?.dispose();
    await proxy?.stop();
    await receiver?.stop();
  });

  it('makes hooks say 503 while it lasts, and after it heals work goes on by itself', async () => {
    receiver.silentAt = '/slow';
    const deliveries = Array.from({ length: RUNS }, (_, index) =>
      backend.hook('generic', `{"id":"${index}","title":"before"}`),
    );
    await Promise.all(deliveries);
    await eventually(
      () => receiver.at('/slow').length,
      count => count === RUNS,
    );

    proxy.goHalfOpen();
    receiver.silentAt = undefined;
    receiver.answerSilent();
    const healAt = performance.now() + HALF_OPEN_MS;
    while (performance.now() < healAt) {
      expect(
        await backend.hook('generic', '{"id":"late","title":"meanwhile"}'),
      ).toBe(503);
    }
    proxy.heal();

    // What a sender was refused may still have been kept: a copy is taken as well.
    await eventually(
      () => backend.hook('generic', '{"id":"late","title":"meanwhile"}'),
      status => status === 202 || status === 200,
      30_000,
    );
    const runs = await backend.finishedExecutions(RUNS + 1, 240_000);
    expect(new Set(runs.map((run: { status: string }) => run.status))).toEqual(
      new Set(['COMPLETED']),
    );
    expect(receiver.at('/last')).toHaveLength(RUNS + 1);
  });
});
