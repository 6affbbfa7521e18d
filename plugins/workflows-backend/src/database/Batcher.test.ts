import { Batcher } from './Batcher';

/** Work whose batches end when the test says so. */
function controlledWork() {
  const batches: string[][] = [];
  const ends: Array<{
    resolve: (results: Array<string | Promise<string>>) => void;
    reject: (error: Error) => void;
  }> = [];
  const work = (items: string[]) => {
    batches.push(items);
    return new Promise<Array<string | Promise<string>>>((resolve, reject) => {
      ends.push({ resolve, reject });
    });
  };
  return { batches, ends, work };
}

const turn = () => new Promise(resolve => setImmediate(resolve));

describe('Batcher', () => {
  it('begins at once, with all that was asked for in the same turn', async () => {
    const { batches, ends, work } = controlledWork();
    const batcher = Batcher.create({ work });
    const results = Promise.all([batcher.add('a'), batcher.add('b')]);
    await turn();
    expect(batches).toEqual([['a', 'b']]);
    ends[0].resolve(['A', 'B']);
    await expect(results).resolves.toEqual(['A', 'B']);
  });

  it('keeps what comes meanwhile for the next batch, of a limited size', async () => {
    const { batches, ends, work } = controlledWork();
    const batcher = Batcher.create({ work, size: 2 });
    const first = batcher.add('a');
    await turn();
    const later = ['b', 'c', 'd'].map(item => batcher.add(item));
    await turn();
    expect(batches).toEqual([['a']]);
    ends[0].resolve(['A']);
    await first;
    await turn();
    ends[1].resolve(['B', 'C']);
    await expect(Promise.all(later.slice(0, 2))).resolves.toEqual(['B', 'C']);
    expect(batches).toEqual([['a'], ['b', 'c'], ['d']]);
    ends[2].resolve(['D']);
    await expect(later[2]).resolves.toBe('D');
  });

  it('begins again after it was at rest', async () => {
    const batcher = Batcher.create({
      work: async (items: string[]) => items.map(item => item.toUpperCase()),
    });
    await expect(batcher.add('a')).resolves.toBe('A');
    await turn();
    await expect(batcher.add('b')).resolves.toBe('B');
  });

  it('fails a batch for its own items only', async () => {
    const { ends, work } = controlledWork();
    const batcher = Batcher.create({ work });
    const first = batcher.add('a');
    await turn();
    const second = batcher.add('b');
    ends[0].reject(new Error('away'));
    await expect(first).rejects.toThrow('away');
    ends[1].resolve(['B']);
    await expect(second).resolves.toBe('B');
  });

  it('goes on while a result is still to come', async () => {
    const { batches, ends, work } = controlledWork();
    const batcher = Batcher.create({ work });
    const slow = batcher.add('slow');
    await turn();
    const next = batcher.add('next');
    let finish!: (result: string) => void;
    ends[0].resolve([
      new Promise(resolve => {
        finish = resolve;
      }),
    ]);
    await turn();
    expect(batches).toEqual([['slow'], ['next']]);
    ends[1].resolve(['NEXT']);
    await expect(next).resolves.toBe('NEXT');
    finish('SLOW');
    await expect(slow).resolves.toBe('SLOW');
  });

  describe('of work that hangs', () => {
    beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
    afterEach(() => jest.useRealTimers());

    it('gives a batch up and goes on with the next', async () => {
      const { batches, ends, work } = controlledWork();
      const batcher = Batcher.create({ work, giveUpMs: 1_000 });
      const stuck = batcher.add('a').catch(error => error.message);
      await turn();
      const next = batcher.add('b');
      await jest.advanceTimersByTimeAsync(1_000);
      expect(await stuck).toBe('no answer in 1000 ms');
      expect(batches).toEqual([['a'], ['b']]);
      ends[1].resolve(['B']);
      await expect(next).resolves.toBe('B');
      // Late, and nobody's: it must not end the process.
      ends[0].resolve([Promise.reject(new Error('late'))]);
      await turn();
    });

    it('gives up what is done for an item alone', async () => {
      const { ends, work } = controlledWork();
      const batcher = Batcher.create({ work, giveUpMs: 1_000 });
      const results = Promise.allSettled([batcher.add('a'), batcher.add('b')]);
      await turn();
      ends[0].resolve(['A', new Promise<string>(() => {})]);
      await jest.advanceTimersByTimeAsync(1_000);
      expect(await results).toMatchObject([
        { status: 'fulfilled', value: 'A' },
        { status: 'rejected', reason: { message: 'no answer in 1000 ms' } },
      ]);
    });
  });
});
