import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { blocksSaving } from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from '../../api/workflowsApiRef';
import { queryKeys } from '../../hooks/queryKeys';
import { useNotify } from '../../hooks/useNotify';
import { useTexts } from '../../texts';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useProblemsNow } from '../context/ProblemsContext';
import { useUi, useUiStore } from '../context/UiContext';
import { type BuilderDocument, documentOf } from '../model/document';
import { isUnsaved } from '../store/createBuilderStore';

/**
 * Saves what is drawn as a new version. When somebody else saved meanwhile
 * nothing is written, and `conflict` holds what they saved until the person
 * decides.
 */
export function useSaveWorkflow() {
  const api = useApi(workflowsApiRef);
  const queryClient = useQueryClient();
  const notify = useNotify();
  const { t } = useTexts();
  const { store, workflow } = useBuilderEnvironment();
  const problemsNow = useProblemsNow();
  const ui = useUiStore();
  const conflict = useUi(state => state.conflict);
  const setConflict = (theirs: typeof conflict) =>
    ui.setState({ conflict: theirs });

  const mutation = useMutation({
    mutationFn: async (basis: number) => {
      const { document } = store.getState();
      const saved = await api.updateWorkflow(workflow.id, basis, document);
      store.getState().markSaved(document, saved.latestVersion);
      queryClient.setQueryData(queryKeys.workflow(workflow.id), saved);
      return saved;
    },
    onSuccess: ({ latestVersion }) => {
      setConflict(undefined);
      notify.success(
        t('builder.notice.saved', { version: String(latestVersion) }),
      );
    },
    onError: async (error, basis) => {
      // A 409 is also given for a name that is taken; then no version is newer.
      const latest = isConflict(error)
        ? await api.getWorkflow(workflow.id).catch(() => undefined)
        : undefined;
      if (latest && latest.latestVersion > basis) {
        setConflict(latest);
      } else {
        notify.error(error);
      }
    },
  });

  return {
    isSaving: mutation.isPending,
    conflict,
    save: () => {
      const state = store.getState();
      const blocking = problemsNow().filter(blocksSaving).length;
      if (blocking > 0) {
        notify.error(
          new Error(t('builder.notice.blocked', { count: blocking })),
        );
      } else if (isUnsaved(state) && !mutation.isPending) {
        mutation.mutate(state.saved.version);
      }
    },
    /** Writes this person's work above what the other one saved. */
    overwrite: () => conflict && mutation.mutate(conflict.latestVersion),
    /** Goes on with both versions put together; nothing is written yet. */
    merge: (document: BuilderDocument) => {
      if (conflict) {
        const { latestVersion: version } = conflict;
        store
          .getState()
          .resume(document, { document: documentOf(conflict), version });
        queryClient.setQueryData(queryKeys.workflow(workflow.id), conflict);
        setConflict(undefined);
        notify.success(
          t('saving.conflict.merged', { version: String(version) }),
        );
      }
    },
    /** Drops this person's work for what the other one saved. */
    reload: () => {
      if (conflict) {
        store.getState().load(conflict);
        queryClient.setQueryData(queryKeys.workflow(workflow.id), conflict);
        setConflict(undefined);
      }
    },
    dismiss: () => setConflict(undefined),
  };
}

function isConflict(error: unknown) {
  return (error as { statusCode?: number }).statusCode === 409;
}
