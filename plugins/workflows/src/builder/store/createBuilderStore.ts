import type { Workflow } from 'backstage-plugin-workflows-common';
import { temporal } from 'zundo';
import { createStore } from 'zustand';
import { type BuilderDocument, documentOf } from '../model/document';

/** Edits of one place that follow within this many milliseconds undo as one. */
export const BATCH_MS = 1_000;

export interface BuilderState {
  /** What is drawn. Only this is undone and redone. */
  document: BuilderDocument;
  /** What the server has, as far as we know. */
  saved: { document: BuilderDocument; version: number };
  /** The selected nodes. */
  selection: readonly string[];
  /**
   * Replaces the document by what a pure operation makes of it.
   * @param batch - names the place, for example a field; typing there is one step of undo
   */
  edit(
    operation: (document: BuilderDocument) => BuilderDocument,
    batch?: string,
  ): void;
  select(ids: readonly string[]): void;
  /** The server took this document as that version. */
  markSaved(document: BuilderDocument, version: number): void;
  /** Drops everything for what the server has, history included. */
  load(workflow: Workflow): void;
  /**
   * Goes on with a document on top of what the server has, or had: a draft, or
   * two versions put together. There is no way back behind it, where saving
   * would undo what somebody else did.
   */
  resume(document: BuilderDocument, saved: BuilderState['saved']): void;
}

export type BuilderStore = ReturnType<typeof createBuilderStore>;

export function createBuilderStore(options: {
  workflow: Workflow;
  now?: () => number;
}) {
  const { workflow, now = Date.now } = options;
  const start = documentOf(workflow);
  let last: { batch?: string; at: number } = { at: 0 };

  const store = createStore<BuilderState>()(
    temporal(
      (set, get) => ({
        document: start,
        saved: { document: start, version: workflow.latestVersion },
        selection: [],
        edit(operation, batch) {
          const document = operation(get().document);
          if (document === get().document) {
            return;
          }
          const history = store.temporal.getState();
          const joins =
            batch !== undefined &&
            batch === last.batch &&
            now() - last.at < BATCH_MS;
          last = { batch, at: now() };
          // The history already holds what was there before the first edit.
          if (joins) {
            history.pause();
          }
          set({ document });
          history.resume();
        },
        select(ids) {
          const { selection } = get();
          if (
            ids.length !== selection.length ||
            ids.some(id => !selection.includes(id))
          ) {
            set({ selection: ids });
          }
        },
        markSaved(document, version) {
          last = { at: 0 };
          set({ saved: { document, version } });
        },
        load(next) {
          const document = documentOf(next);
          last = { at: 0 };
          set({
            document,
            saved: { document, version: next.latestVersion },
            selection: [],
          });
          store.temporal.getState().clear();
        },
        resume(document, saved) {
          last = { at: 0 };
          set({ document, saved, selection: [] });
          store.temporal.getState().clear();
        },
      }),
      {
        partialize: ({ document }) => ({ document }),
        equality: (past, current) => past.document === current.document,
        limit: 200,
      },
    ),
  );
  const { undo, redo } = store.temporal.getState();
  // After going back or forth, typing begins a step of its own.
  const ending = (step: () => void) => () => {
    last = { at: 0 };
    step();
  };
  return Object.assign(store, { undo: ending(undo), redo: ending(redo) });
}

/** Whether there is something that the server has not. */
export function isUnsaved({ document, saved }: BuilderState) {
  return document !== saved.document;
}
