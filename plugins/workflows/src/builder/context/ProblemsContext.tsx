import {
  type DefinitionProblem,
  parseDefinition,
  validateDefinition,
} from 'backstage-plugin-workflows-common';
import {
  type PropsWithChildren,
  createContext,
  useContext,
  useDeferredValue,
  useMemo,
} from 'react';
import { useBuilderEnvironment, useDefinition } from './BuilderContext';

const ProblemsContext = createContext<readonly DefinitionProblem[]>([]);

/** Everything that is wrong with the drawn definition, errors first. */
export function useProblems() {
  return useContext(ProblemsContext);
}

/** Validates as one types, but never in the way of typing. */
export const ProblemsProvider = ({ children }: PropsWithChildren<{}>) => {
  const { actions, secretNames } = useBuilderEnvironment();
  const definition = useDeferredValue(useDefinition());
  const problems = useMemo(
    () =>
      [
        ...parseDefinition(definition).problems,
        ...validateDefinition(definition, { actions, secretNames }),
      ].sort(
        (a, b) =>
          Number(a.severity === 'warning') - Number(b.severity === 'warning'),
      ),
    [definition, actions, secretNames],
  );
  return (
    <ProblemsContext.Provider value={problems}>
      {children}
    </ProblemsContext.Provider>
  );
};

export function useNodeProblems(nodeId: string) {
  const problems = useProblems();
  return useMemo(
    () => problems.filter(problem => problem.nodeId === nodeId),
    [problems, nodeId],
  );
}
