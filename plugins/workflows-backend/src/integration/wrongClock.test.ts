import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackendProcess, POSTGRES } from './__testUtils__/BackendProcess';
import { Receiver } from './__testUtils__/Receiver';
import { definition, delay, webhook } from './__testUtils__/definitions';
import { eventually } from './__testUtils__/eventually';
import { freePort } from './__testUtils__/freePort';

jest.setTimeout(240_000);

const HOUR_MS = 3_600_000;
const DELAY_MS = 3_000;
/** Longer than a lease, which a worker must renew meanwhile. */
const SLOW_MS = 12_000;
const RUNS = 4;

/** A program that sets a process's wall clock wrong. */
function wrongClock(ms: number): string {
  return `
    const Right = Date;
    globalThis.Date = class Date extends Right {
      constructor(...given) {
        super(...(given.length > 0 ? given : [Right.now() + ${ms}]));
      }
      static now() {
        return Right.now() + ${ms};
      }
    };`;
}

const describeWithPostgres = POSTGRES ? describe : describe.skip;

describeWithPostgres('workers whose clocks are two hours apart', () => {
  let receiver: Receiver;
  let directory: string;
  const backends: BackendProcess[] = [];

  beforeAll(async () => {
    receiver = await Receiver.start();
    const prefix = `clock_${await freePort()}_${process.pid}_`;
    directory = await mkdtemp(join(tmpdir(), 'workflows-clock-'));
    for (const offset of [-HOUR_MS, HOUR_MS]) {
      const program = join(directory, `clock${offset}.cjs`);
      await writeFile(program, wrongClock(offset));
      backends.push(
        await BackendProcess.create({
          database: { name: 'PostgreSQL', connection: POSTGRES!, prefix },
          nodeArgs: ['--require', program],
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
        }),
      );
    }
    await backends[0].start();
  });

  afterAll(async () => {
    await Promise.all(backends.map(backend => backend.dispose()));
    await receiver?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('claim nothing twice, and end no delay early or late', async () => {
    const [behind, ahead] = backends;
    const { host } = receiver;
    const slow = webhook('slow', `http://${host}/slow`);
    Object.assign(slow.data, { timeout: '2min' });
    await behind.run(
      'slow, then a delay',
      definition(
        [
          slow,
          delay('pause', `${DELAY_MS / 1_000}s`),
          webhook('last', `http://${host}/last`),
        ],
        ['start>slow', 'slow>pause', 'pause>last'],
      ),
    );
    receiver.silentAt = '/slow';
    for (let index = 0; index < RUNS; index += 1) {
      const body = JSON.stringify({ id: `i${index}`, title: 'late' });
      expect(await behind.hook('generic', body)).toBe(202);
    }
    await eventually(
      () => receiver.at('/slow').length,
      count => count === RUNS,
    );
    // By its clock every lease and delay of the other was over two hours ago.
    await ahead.start();
    await sleep(SLOW_MS);
    receiver.silentAt = undefined;
    receiver.answerSilent();
    const answeredAt = performance.now();
    await eventually(
      () => receiver.at('/last').length,
      count => count === RUNS,
      30_000,
    );
    for (const { at } of receiver.at('/last')) {
      expect(at - answeredAt).toBeGreaterThan(DELAY_MS - 50);
    }
    const runs = await ahead.finishedExecutions(RUNS);
    expect(new Set(runs.map(({ status }) => status))).toEqual(
      new Set(['COMPLETED']),
    );
    expect(receiver.requests).toHaveLength(2 * RUNS);
  });
});
