import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { useNotify } from '../../hooks/useNotify';
import { useTexts } from '../../texts';
import { sameJson } from '../conflict/model/sameJson';
import { useBuilderEnvironment } from '../context/BuilderContext';
import type { Draft } from './Draft';
import { DraftStorage } from './DraftStorage';
import { keepDraft } from './keepDraft';

/**
 * Keeps unsaved work in this browser, and finds what was kept before. Until the
 * person decided about that, nothing is written over it.
 */
export function useDraft() {
  const { store, workflow, editable } = useBuilderEnvironment();
  const { t } = useTexts();
  const identity = useApi(identityApiRef);
  const notify = useNotify();
  const [drafts, setDrafts] = useState<DraftStorage>();
  const [found, setFound] = useState<Draft>();
  const workflowId = workflow.id;

  useEffect(() => {
    let isCurrent = true;
    const open = async () => {
      const { userEntityRef } = await identity.getBackstageIdentity();
      if (!isCurrent) {
        return;
      }
      const opened = DraftStorage.create({
        workflowId,
        userRef: userEntityRef,
      });
      opened.prune(Date.now());
      const draft = opened.read();
      if (draft && sameJson(draft.document, store.getState().saved.document)) {
        opened.remove();
      } else {
        setFound(draft);
      }
      setDrafts(opened);
    };
    if (editable) {
      // Without an identity nobody's work is kept, as it could be shown to another.
      open().catch(() => {});
    }
    return () => {
      isCurrent = false;
    };
  }, [identity, store, workflowId, editable]);

  useEffect(
    () =>
      drafts && !found
        ? keepDraft({
            store,
            drafts,
            onRefused: () => notify.error(new Error(t('saving.draft.notKept'))),
          })
        : undefined,
    [drafts, found, store, notify, t],
  );

  return {
    found,
    restore: () => {
      if (found) {
        store.getState().resume(found.document, found.base);
        setFound(undefined);
      }
    },
    discard: () => {
      drafts?.remove();
      setFound(undefined);
    },
  };
}
