import type {
  ActionDescriptor,
  Workflow,
} from 'backstage-plugin-workflows-common';
import { useEffect, useMemo, useState } from 'react';
import { useSecretsQuery } from '../hooks/useWorkflowQueries';
import { Builder } from './Builder';
import { createBuilderStore, isUnsaved } from './store/createBuilderStore';
import { TryingProvider } from './trying/TryingContext';

/** One workflow in the builder. What the server sends later never drops edits. */
export const LoadedBuilder = (props: {
  workflow: Workflow;
  actions: readonly ActionDescriptor[];
}) => {
  const { workflow, actions } = props;
  const [store] = useState(() => createBuilderStore({ workflow }));
  const secrets = useSecretsQuery(workflow.id).data;
  const secretNames = useMemo(
    () => secrets?.map(({ name }) => name),
    [secrets],
  );
  const secretHosts = useMemo(
    () =>
      secrets &&
      Object.fromEntries(
        secrets.map(({ name, allowedHosts }) => [name, allowedHosts]),
      ),
    [secrets],
  );

  useEffect(() => {
    const state = store.getState();
    if (workflow.latestVersion > state.saved.version && !isUnsaved(state)) {
      state.load(workflow);
    }
  }, [store, workflow]);

  // Everything that is drawn hangs on it.
  const environment = useMemo(
    () => ({
      store,
      workflow,
      actions,
      secretNames,
      secretHosts,
      editable: workflow.editable,
    }),
    [store, workflow, actions, secretNames, secretHosts],
  );
  return (
    <TryingProvider store={store}>
      <Builder environment={environment} />
    </TryingProvider>
  );
};
