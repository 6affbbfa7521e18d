import type { DryRunStep } from 'backstage-plugin-workflows-common';
import {
  type PropsWithChildren,
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useStore } from 'zustand';
import {
  type RunView,
  toRunView,
} from '../../components/ExecutionPage/run/toRunView';
import { pathOf } from '../path/CanvasPath';
import { PathProvider, createPathStore } from '../path/PathContext';
import type { BuilderStore } from '../store/createBuilderStore';
import {
  type TryingState,
  type TryingStore,
  createTryingStore,
} from './createTryingStore';
import { staleNodes } from './staleNodes';

const TryingContext = createContext<TryingStore | undefined>(undefined);

/** Tests of what is drawn, and their path on the canvas. */
export const TryingProvider = (
  props: PropsWithChildren<{ store: BuilderStore }>,
) => {
  const { store, children } = props;
  const [trying] = useState(() => createTryingStore({ isStill }));
  const [paths] = useState(createPathStore);
  useEffect(() => {
    const draw = () => {
      const state = trying.getState();
      const { definition } = store.getState().document;
      paths.setState({ path: pathNow(state, definition) });
    };
    const ends = [
      trying.subscribe(draw),
      store.subscribe((state, before) => {
        if (
          trying.getState().result &&
          state.document.definition !== before.document.definition
        ) {
          draw();
        }
      }),
      trying.stop,
    ];
    return () => ends.forEach(end => end());
  }, [store, trying, paths]);
  return (
    <TryingContext.Provider value={trying}>
      <PathProvider value={paths}>{children}</PathProvider>
    </TryingContext.Provider>
  );
};

export function useTryingStore(): TryingStore {
  const trying = useContext(TryingContext);
  if (!trying) {
    throw new Error('A test is asked for outside of its provider');
  }
  return trying;
}

/** A part of what is tested; renders again when that part changes. */
export function useTrying<T>(selector: (state: TryingState) => T): T {
  return useStore(useTryingStore(), selector);
}

type Result = NonNullable<TryingState['result']>;

/** A test laid over what it was made of, in the shape that a run has, too. */
export function useTriedView(result: Result): RunView<DryRunStep> {
  return useMemo(() => viewOf(result), [result]);
}

function viewOf({ definition, run }: Result, shown = run.steps.length) {
  return toRunView({
    definition,
    steps: run.steps.slice(0, shown),
    status: shown < run.steps.length ? 'RUNNING' : run.outcome ?? 'COMPLETED',
  });
}

function pathNow(
  { result, pinned, shown }: TryingState,
  definition: Result['definition'],
) {
  // With errors nothing was played, and there is no path.
  return result?.run.outcome
    ? pathOf(viewOf(result, shown), staleNodes(result, { definition, pinned }))
    : undefined;
}

function isStill() {
  return (
    window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false
  );
}
