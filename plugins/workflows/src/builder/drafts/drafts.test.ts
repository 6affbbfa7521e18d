import { createBuilderStore } from '../store/createBuilderStore';
import { aWorkflow } from '../testing/workflow';
import { DraftStorage } from './DraftStorage';
import { PAUSE_MS, keepDraft } from './keepDraft';

const AT = new Date('2026-11-22T12:00:00.000Z');

const open = (storage?: () => Storage) =>
  DraftStorage.create({
    workflowId: 'w',
    userRef: 'user:default/ada',
    storage,
  });

function start(drafts = open()) {
  const store = createBuilderStore({ workflow: aWorkflow() });
  const onRefused = jest.fn();
  const end = keepDraft({ store, drafts, onRefused, now: () => AT });
  const rename = (name: string) =>
    store.getState().edit(document => ({ ...document, name }));
  return { store, end, rename, onRefused };
}

describe('keepDraft', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    window.localStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  it('keeps what was edited, with what it began at, once editing pauses', () => {
    const { store, rename } = start();
    rename('A');
    rename('AB');
    expect(open().read()).toBeUndefined();
    jest.advanceTimersByTime(PAUSE_MS);
    const { document, saved } = store.getState();
    expect(open().read()).toEqual({
      document,
      base: saved,
      at: AT.toISOString(),
    });
    expect(document.name).toBe('AB');
  });

  it('keeps the last edit when the page goes away before the pause', () => {
    const { rename } = start();
    rename('A');
    window.dispatchEvent(new Event('pagehide'));
    expect(open().read()?.document.name).toBe('A');
  });

  it('drops what was saved', () => {
    const { store, rename } = start();
    rename('A');
    jest.advanceTimersByTime(PAUSE_MS);
    store.getState().markSaved(store.getState().document, 2);
    jest.advanceTimersByTime(PAUSE_MS);
    expect(open().read()).toBeUndefined();
  });

  it('drops what was undone', () => {
    const { store, rename } = start();
    rename('A');
    jest.advanceTimersByTime(PAUSE_MS);
    store.undo();
    jest.advanceTimersByTime(PAUSE_MS);
    expect(open().read()).toBeUndefined();
  });

  it('leaves the draft of another tab alone when it loads a newer version', () => {
    const { store } = start();
    const other = start();
    other.rename('Theirs');
    jest.advanceTimersByTime(PAUSE_MS);
    store.getState().load(aWorkflow({ latestVersion: 2 }));
    jest.advanceTimersByTime(PAUSE_MS);
    expect(open().read()?.document.name).toBe('Theirs');
  });

  it('says once that the browser keeps nothing', () => {
    const full = open(() => {
      throw new Error('denied');
    });
    const { rename, onRefused } = start(full);
    for (const name of ['A', 'B']) {
      rename(name);
      jest.advanceTimersByTime(PAUSE_MS);
    }
    expect(onRefused).toHaveBeenCalledTimes(1);
  });

  it('hears of nothing after its end', () => {
    const { rename, end } = start();
    end();
    rename('A');
    jest.advanceTimersByTime(PAUSE_MS);
    expect(open().read()).toBeUndefined();
  });
});

describe('DraftStorage', () => {
  const document = {
    name: 'n',
    description: '',
    definition: aWorkflow().definition,
  };
  const draft = {
    document,
    base: { document, version: 1 },
    at: AT.toISOString(),
  };
  beforeEach(() => window.localStorage.clear());

  it('gives a draft only to whom it belongs, of the workflow that it is of', () => {
    open().write(draft);
    const of = (workflowId: string, userRef: string) =>
      DraftStorage.create({ workflowId, userRef }).read();
    expect(of('w', 'user:default/ada')).toEqual(draft);
    expect(of('w', 'user:default/ben')).toBeUndefined();
    expect(of('v', 'user:default/ada')).toBeUndefined();
  });

  it.each(['', '{', 'null', '{"document":{"definition":{"nodes":[7]}}}'])(
    'takes damaged text for none: %s',
    text => {
      open().write(draft);
      window.localStorage.setItem(window.localStorage.key(0)!, text);
      expect(open().read()).toBeUndefined();
    },
  );

  it('forgets drafts of more than 30 days, and nothing else', () => {
    open().write(draft);
    window.localStorage.setItem('other', 'kept');
    const day = 24 * 3_600_000;
    open().prune(AT.getTime() + 29 * day);
    expect(open().read()).toEqual(draft);
    open().prune(AT.getTime() + 31 * day);
    expect(open().read()).toBeUndefined();
    expect(window.localStorage.getItem('other')).toBe('kept');
  });
});
