import {
  type DefinitionEnvironment,
  type DefinitionProblem,
  type WorkflowDefinition,
  parseDefinition,
  validateDefinition,
} from 'backstage-plugin-workflows-common';
import { createStore } from 'zustand';
import type { BuilderStore } from './createBuilderStore';

/** How long typing pauses before it is validated, in milliseconds. */
const PAUSE_MS = 100;

export interface ProblemsState {
  /** Errors first. */
  problems: readonly DefinitionProblem[];
  byNode: ReadonlyMap<string, readonly DefinitionProblem[]>;
}

export type ProblemsStore = ReturnType<typeof createProblemsStore>;

/**
 * What is wrong with the drawn definition. A node's list stays the same array
 * while it says the same, so that only nodes whose problems changed render.
 */
export function createProblemsStore(definition: () => WorkflowDefinition) {
  let environment: DefinitionEnvironment = { actions: [] };
  let checked: WorkflowDefinition | undefined;
  const store = createStore<ProblemsState>()(() => ({
    problems: [],
    byNode: new Map(),
  }));

  const check = () => {
    const current = definition();
    if (current !== checked) {
      checked = current;
      const problems = problemsOf(current, environment);
      const { byNode } = store.getState();
      store.setState({ problems, byNode: perNode(current, problems, byNode) });
    }
  };

  return Object.assign(store, {
    /** Validates now unless that is done already. */
    now: () => {
      check();
      return store.getState().problems;
    },
    /** @returns ends the watch */
    watch(builder: BuilderStore, known: DefinitionEnvironment) {
      environment = known;
      checked = undefined;
      let pause = setTimeout(check, PAUSE_MS);
      const unsubscribe = builder.subscribe((state, before) => {
        if (state.document.definition !== before.document.definition) {
          clearTimeout(pause);
          pause = setTimeout(check, PAUSE_MS);
        }
      });
      return () => {
        clearTimeout(pause);
        unsubscribe();
      };
    },
  });
}

function problemsOf(
  definition: WorkflowDefinition,
  environment: DefinitionEnvironment,
): DefinitionProblem[] {
  return [
    ...parseDefinition(definition).problems,
    ...validateDefinition(definition, environment),
  ].sort(
    (a, b) =>
      Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  );
}

/** A problem of what starts the workflow is shown at its trigger. */
function perNode(
  { nodes }: WorkflowDefinition,
  problems: readonly DefinitionProblem[],
  before: ProblemsState['byNode'],
): ProblemsState['byNode'] {
  const byNode = new Map<string, DefinitionProblem[]>();
  const trigger = nodes.find(({ type }) => type === 'trigger')?.id;
  for (const problem of problems) {
    const ofTrigger = problem.path.startsWith('trigger') ? trigger : undefined;
    const id = problem.nodeId ?? ofTrigger;
    if (id) {
      byNode.set(id, [...(byNode.get(id) ?? []), problem]);
    }
  }
  return new Map(
    [...byNode].map(([id, list]) => {
      const same = before.get(id);
      return [
        id,
        same && JSON.stringify(same) === JSON.stringify(list) ? same : list,
      ];
    }),
  );
}
