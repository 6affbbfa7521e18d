import fc from 'fast-check';
import { emptyDefinition } from '../model/document';
import { operation } from '../testing/arbitraries';
import { aWorkflow } from '../testing/workflow';
import { BATCH_MS, createBuilderStore, isUnsaved } from './createBuilderStore';

const create = () => {
  const clock = { ms: 1_000_000 };
  const store = createBuilderStore({
    workflow: aWorkflow(),
    now: () => clock.ms,
  });
  const type = (name: string) =>
    store.getState().edit(document => ({ ...document, name }), 'name');
  const name = () => store.getState().document.name;
  return { clock, store, type, name };
};

describe('builder store', () => {
  it('gives the start after as many undos as there were edits, and the end after as many redos', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 20 }), operations => {
        const { store } = create();
        for (const next of operations) {
          store.getState().edit(document => ({
            ...document,
            definition: next(document.definition),
          }));
        }
        const end = store.getState().document;
        operations.forEach(() => store.undo());
        expect(store.getState().document.definition).toEqual(emptyDefinition());
        expect(isUnsaved(store.getState())).toBe(false);
        operations.forEach(() => store.redo());
        expect(store.getState().document).toBe(end);
      }),
    );
  });

  it('undoes typing in one field as one step', () => {
    const { clock, store, type, name } = create();
    ['a', 'ab', 'abc'].forEach(text => {
      clock.ms += 200;
      type(text);
    });
    store.undo();
    expect(name()).toBe('Page the owner');
    store.redo();
    expect(name()).toBe('abc');
  });

  it('begins a new step after a pause, and after an undo', () => {
    const { clock, store, type, name } = create();
    type('one');
    clock.ms += BATCH_MS;
    type('two');
    store.undo();
    expect(name()).toBe('one');
    type('three');
    store.undo();
    expect(name()).toBe('one');
  });

  it('does not count selecting as an edit', () => {
    const { store } = create();
    store.getState().select(['trigger']);
    expect(store.temporal.getState().pastStates).toEqual([]);
    expect(isUnsaved(store.getState())).toBe(false);
  });

  it('stays unsaved when something was typed while it was being saved', () => {
    const { store, type } = create();
    type('sent');
    const sent = store.getState().document;
    type('typed meanwhile');
    store.getState().markSaved(sent, 2);
    expect(isUnsaved(store.getState())).toBe(true);
    expect(store.getState().saved.version).toBe(2);
  });

  it('forgets everything when the newest version is loaded', () => {
    const { store, type, name } = create();
    type('mine');
    store.getState().load(aWorkflow({ name: 'theirs', latestVersion: 5 }));
    store.undo();
    expect(name()).toBe('theirs');
    expect(store.getState().saved.version).toBe(5);
  });
});
