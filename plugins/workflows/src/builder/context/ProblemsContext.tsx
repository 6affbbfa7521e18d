import type { DefinitionProblem } from 'backstage-plugin-workflows-common';
import {
  type PropsWithChildren,
  createContext,
  useContext,
  useEffect,
  useState,
} from 'react';
import { useStore } from 'zustand';
import {
  type ProblemsStore,
  createProblemsStore,
} from '../store/createProblemsStore';
import { useIsPainted } from '../panels/useIsPainted';
import { useBuilderEnvironment } from './BuilderContext';

const ProblemsContext = createContext<ProblemsStore | undefined>(undefined);

/** Validates as one types, but never in the way of typing. */
export const ProblemsProvider = ({ children }: PropsWithChildren<{}>) => {
  const { store, actions, secretNames, secretHosts } = useBuilderEnvironment();
  const [problems] = useState(() =>
    createProblemsStore(() => store.getState().document.definition),
  );
  const isPainted = useIsPainted();
  useEffect(
    () =>
      isPainted
        ? problems.watch(store, { actions, secretNames, secretHosts })
        : undefined,
    [isPainted, problems, store, actions, secretNames, secretHosts],
  );
  return (
    <ProblemsContext.Provider value={problems}>
      {children}
    </ProblemsContext.Provider>
  );
};

function useProblemsStore(): ProblemsStore {
  const problems = useContext(ProblemsContext);
  if (!problems) {
    throw new Error('Problems are asked for outside of their provider');
  }
  return problems;
}

/** Everything that is wrong with the drawn definition, errors first. */
export function useProblems(): readonly DefinitionProblem[] {
  return useStore(useProblemsStore(), state => state.problems);
}

const NONE: readonly DefinitionProblem[] = [];

/** What is wrong with one step; renders again when that changes. */
export function useNodeProblems(nodeId: string): readonly DefinitionProblem[] {
  return useStore(
    useProblemsStore(),
    state => state.byNode.get(nodeId) ?? NONE,
  );
}

/** What is wrong at this very moment, for what may not wait until typing pauses. */
export function useProblemsNow(): () => readonly DefinitionProblem[] {
  return useProblemsStore().now;
}
