import type {
  ActionDescriptor,
  Workflow,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import { createContext, useCallback, useContext } from 'react';
import { useStore } from 'zustand';
import type { BuilderState, BuilderStore } from '../store/createBuilderStore';

/** What every part of one open builder shares. */
export interface BuilderEnvironment {
  store: BuilderStore;
  /** As the server last gave it. */
  workflow: Workflow;
  actions: readonly ActionDescriptor[];
  /** Undefined until they are known, or when the caller may not see them. */
  secretNames?: readonly string[];
  /** The hosts that each of them may go to. */
  secretHosts?: Readonly<Record<string, readonly string[]>>;
  editable: boolean;
}

const BuilderContext = createContext<BuilderEnvironment | undefined>(undefined);
export const BuilderProvider = BuilderContext.Provider;

export function useBuilderEnvironment(): BuilderEnvironment {
  const environment = useContext(BuilderContext);
  if (!environment) {
    throw new Error('The builder is used outside of its provider');
  }
  return environment;
}

/** A part of the builder's state; renders again when that part changes. */
export function useBuilder<T>(selector: (state: BuilderState) => T): T {
  return useStore(useBuilderEnvironment().store, selector);
}

export function useDefinition(): WorkflowDefinition {
  return useBuilder(state => state.document.definition);
}

/** Edits the definition by a pure operation. See `BuilderState.edit` for `batch`. */
export function useEditDefinition() {
  const { store } = useBuilderEnvironment();
  return useCallback(
    (
      operation: (definition: WorkflowDefinition) => WorkflowDefinition,
      batch?: string,
    ) =>
      store.getState().edit(document => {
        const definition = operation(document.definition);
        return definition === document.definition
          ? document
          : { ...document, definition };
      }, batch),
    [store],
  );
}
