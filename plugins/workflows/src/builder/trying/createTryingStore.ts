import type { JsonValue } from '@backstage/types';
import type { DryRun, Incident } from 'backstage-plugin-workflows-common';
import { createStore } from 'zustand';
import type { Tried } from './staleNodes';

/** What a workflow is tested with. */
export type SubjectKind = 'sample' | 'incident' | 'json';

export interface TryingState {
  kind: SubjectKind;
  incident?: Incident;
  /** The incident that is written down, as text. */
  text: string;
  /** What steps are taken to give, in place of a sample. */
  pinned: Readonly<Record<string, JsonValue>>;
  /** The last test, and what it was made with. */
  result?: Tried & { run: DryRun };
  /** How many of its steps are shown so far, while it is played. */
  shown: number;
}

export type TryingStore = ReturnType<typeof createTryingStore>;

/** No path takes longer to be played than this, in milliseconds. */
const MAX_PLAY_MS = 4_000;
const STEP_MS = 350;

const EXAMPLE = JSON.stringify(
  { title: 'Checkout is slow', severity: 'critical', labels: {} },
  null,
  2,
);

/**
 * What is tested and what came of it. It outlives the panel, so that one can
 * mend a step in the inspector and test again.
 */
export function createTryingStore(options: {
  /** Whether the person wants nothing to move. */
  isStill: () => boolean;
}) {
  const store = createStore<TryingState>()(() => ({
    kind: 'sample',
    text: EXAMPLE,
    pinned: {},
    shown: 0,
  }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const play = () => {
    const { result, shown } = store.getState();
    const count = result?.run.steps.length ?? 0;
    if (shown < count) {
      store.setState({ shown: shown + 1 });
      timer = setTimeout(play, Math.min(STEP_MS, MAX_PLAY_MS / count));
    }
  };
  return Object.assign(store, {
    /** Shows a result, step by step unless nothing is to move. */
    show(run: DryRun, tried: Tried) {
      stop();
      const shown = options.isStill() ? run.steps.length : 0;
      store.setState({ result: { ...tried, run }, shown });
      play();
    },
    clear() {
      stop();
      store.setState({ result: undefined, shown: 0 });
    },
    /** Sets what a step is taken to give; undefined for a sample again. */
    pin(nodeId: string, output: JsonValue | undefined) {
      const { [nodeId]: _, ...others } = store.getState().pinned;
      store.setState({
        pinned: output === undefined ? others : { ...others, [nodeId]: output },
      });
    },
    stop,
  });
}
