import { mockServices } from '@backstage/backend-test-utils';
import { DueLoop } from './DueLoop';

/** A queue whose items end when the test says so. */
function queue(names: string[]) {
  const waiting = [...names];
  const started: string[] = [];
  const signals = new Map<string, AbortSignal>();
  const ends = new Map<string, () => void>();
  return {
    waiting,
    started,
    signals,
    end: (name: string) => ends.get(name)!(),
    claim: jest.fn(async (limit: number) => waiting.splice(0, limit)),
    run: (name: string, signal: AbortSignal) => {
      started.push(name);
      signals.set(name, signal);
      return new Promise<void>(resolve => {
        ends.set(name, resolve);
        signal.addEventListener('abort', () => resolve());
        if (signal.aborted) {
          resolve();
        }
      });
    },
  };
}

async function until(condition: () => boolean) {
  while (!condition()) {
    await new Promise(resolve => setTimeout(resolve, 1));
  }
}

describe('DueLoop', () => {
  const logger = mockServices.logger.mock();
  let loop: DueLoop<string> | undefined;
  afterEach(() => loop?.stop({ graceMs: 0 }));

  const start = (
    work: ReturnType<typeof queue>,
    options: { concurrency?: number; pollMs?: number } = {},
  ) => {
    loop = DueLoop.create({
      name: 'test',
      claim: work.claim,
      run: work.run,
      concurrency: options.concurrency ?? 2,
      pollMs: options.pollMs ?? 60_000,
      logger,
    });
    loop.start();
    return loop;
  };

  it('claims no more than there is room for, and the rest as places get free', async () => {
    const work = queue(['a', 'b', 'c']);
    start(work);
    await until(() => work.started.length === 2);
    expect(work.claim).toHaveBeenLastCalledWith(2);
    work.end('a');
    await until(() => work.started.length === 3);
    expect(work.claim).toHaveBeenLastCalledWith(1);
  });

  it('looks at once when it is poked, and also when that is during a look', async () => {
    const work = queue([]);
    let release = () => {};
    work.claim.mockImplementationOnce(
      () => new Promise(resolve => (release = () => resolve([]))),
    );
    const poked = start(work);
    work.waiting.push('late');
    poked.poke();
    release();
    await until(() => work.started.includes('late'));
    work.end('late');
    work.waiting.push('later');
    poked.poke();
    await until(() => work.started.includes('later'));
    expect(work.started).toEqual(['late', 'later']);
  });

  it('goes on after errors of claims and of runs', async () => {
    const work = queue(['bad', 'good']);
    work.claim.mockRejectedValueOnce(new Error('connection terminated'));
    loop = DueLoop.create({
      name: 'test',
      claim: work.claim,
      run: async (name, signal) => {
        if (name === 'bad') {
          throw new Error('boom');
        }
        await work.run(name, signal);
      },
      concurrency: 1,
      pollMs: 1,
      logger,
    });
    loop.start();
    await until(() => work.started.includes('good'));
    expect(logger.error).toHaveBeenCalledWith(
      'test: claiming failed, trying again',
      expect.any(Error),
    );
    expect(logger.error).toHaveBeenCalledWith(
      'test: a run failed',
      expect.any(Error),
    );
  });

  it('does not let pokes storm a database that is away', async () => {
    const work = queue([]);
    work.claim.mockRejectedValue(new Error('away'));
    const poked = start(work, { pollMs: 60_000 });
    await until(() => work.claim.mock.calls.length === 1);
    poked.poke();
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(work.claim).toHaveBeenCalledTimes(1);
  });

  it('lets what runs end when it stops, and aborts it after the grace time', async () => {
    const work = queue(['quick', 'endless']);
    start(work);
    await until(() => work.started.length === 2);
    const stopped = loop!.stop({ graceMs: 30 });
    work.end('quick');
    expect(work.signals.get('endless')!.aborted).toBe(false);
    await stopped;
    expect(work.signals.get('endless')!.aborted).toBe(true);
    work.waiting.push('never');
    loop!.poke();
    await new Promise(resolve => setTimeout(resolve, 5));
    expect(work.started).not.toContain('never');
  });
});
