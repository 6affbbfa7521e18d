import { setImmediate } from 'node:timers/promises';
import { HostSlots } from './HostSlots';

const a = new URL('https://a.example/x');
const never = new AbortController().signal;

function deferred() {
  let resolve!: () => void;
  const promise = new Promise<void>(r => {
    resolve = r;
  });
  return { promise, resolve };
}

describe('HostSlots', () => {
  it('lets so many in at one host, the others in their order, and other hosts at once', async () => {
    const slots = HostSlots.create({ perHost: 2 });
    const gates = [deferred(), deferred(), deferred()];
    const started: number[] = [];
    const runs = gates.map((gate, i) =>
      slots.run(a, never, async () => {
        started.push(i);
        await gate.promise;
      }),
    );
    await slots.run(new URL('https://b.example'), never, async () => {});
    await slots.run(new URL('https://a.example:8443'), never, async () => {});
    expect(started).toEqual([0, 1]);
    gates[1].resolve();
    await runs[1];
    await setImmediate();
    expect(started).toEqual([0, 1, 2]);
    gates.forEach(gate => gate.resolve());
    await Promise.all(runs);
  });

  it('gives the place on after a failure', async () => {
    const slots = HostSlots.create({ perHost: 1 });
    const failing = slots.run(a, never, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await slots.run(a, never, async () => 'yes')).toBe('yes');
  });

  it('lets nobody wait longer than their signal, who then takes no place', async () => {
    const slots = HostSlots.create({ perHost: 1 });
    const gate = deferred();
    const first = slots.run(a, never, () => gate.promise);
    const impatient = new AbortController();
    const work = jest.fn();
    const second = slots.run(a, impatient.signal, work);
    const third = slots.run(a, never, async () => 'third');
    impatient.abort(new Error('too long'));
    await expect(second).rejects.toThrow('too long');
    gate.resolve();
    await first;
    expect(await third).toBe('third');
    expect(work).not.toHaveBeenCalled();
  });
});
