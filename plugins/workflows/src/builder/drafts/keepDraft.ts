import { type BuilderStore, isUnsaved } from '../store/createBuilderStore';
import type { DraftStorage } from './DraftStorage';

/** How long editing pauses before it is kept, in milliseconds. */
export const PAUSE_MS = 400;

/**
 * Keeps what is not saved in the browser, shortly after each edit and at once
 * when the page goes away; what is saved, or undone, is kept no longer.
 *
 * @param onRefused - told once when the browser does not keep it
 * @returns ends it, and keeps what there is
 */
export function keepDraft(options: {
  store: BuilderStore;
  drafts: Pick<DraftStorage, 'write' | 'remove'>;
  onRefused: () => void;
  now?: () => Date;
}): () => void {
  const { store, drafts, onRefused, now = () => new Date() } = options;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let isRefused = false;
  let isKept = isUnsaved(store.getState());

  const keep = () => {
    clearTimeout(pause);
    pause = undefined;
    const state = store.getState();
    if (!isUnsaved(state)) {
      // Another tab may keep a draft of its own: only ours goes.
      if (isKept) {
        drafts.remove();
      }
      isKept = false;
      return;
    }
    const { document, saved: base } = state;
    isKept = true;
    if (!drafts.write({ document, base, at: now().toISOString() })) {
      if (!isRefused) {
        onRefused();
      }
      isRefused = true;
    }
  };
  const flush = () => pause !== undefined && keep();

  const unsubscribe = store.subscribe((state, before) => {
    if (state.document !== before.document || state.saved !== before.saved) {
      clearTimeout(pause);
      pause = setTimeout(keep, PAUSE_MS);
    }
  });
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  return () => {
    flush();
    unsubscribe();
    window.removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', flush);
  };
}
