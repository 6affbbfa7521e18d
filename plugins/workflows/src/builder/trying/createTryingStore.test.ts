import type { DryRun } from 'backstage-plugin-workflows-common';
import { emptyDefinition } from '../model/document';
import { createTryingStore } from './createTryingStore';

const run = (count: number): DryRun => ({
  problems: [],
  edges: [],
  outcome: 'COMPLETED',
  steps: Array.from({ length: count }, (_, index) => ({
    nodeId: `n${index}`,
    state: 'completed',
  })),
});

function show(count: number, isStill = false) {
  const store = createTryingStore({ isStill: () => isStill });
  store.show(run(count), { definition: emptyDefinition(), pinned: {} });
  return store;
}

describe('a test that is played', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('shows one step after the other', () => {
    const store = show(3);
    const seen = [store.getState().shown];
    for (let i = 0; i < 3; i++) {
      jest.advanceTimersByTime(350);
      seen.push(store.getState().shown);
    }
    expect(seen).toEqual([1, 2, 3, 3]);
  });

  it('takes no more than 4 seconds however long the path is', () => {
    const store = show(200);
    jest.advanceTimersByTime(4_000);
    expect(store.getState().shown).toBe(200);
  });

  it('shows everything at once to who wants nothing to move', () => {
    expect(show(3, true).getState().shown).toBe(3);
  });

  it('stops when it is cleared', () => {
    const store = show(3);
    store.clear();
    jest.advanceTimersByTime(4_000);
    expect(store.getState()).toMatchObject({ result: undefined, shown: 0 });
  });

  it('begins anew with the next test', () => {
    const store = show(3);
    jest.advanceTimersByTime(350);
    store.show(run(2), { definition: emptyDefinition(), pinned: {} });
    expect(store.getState().shown).toBe(1);
    jest.advanceTimersByTime(350);
    expect(store.getState().shown).toBe(2);
  });
});
