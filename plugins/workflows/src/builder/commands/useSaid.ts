import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { workflowsTranslationRef } from '../../translation';
import { useNodeTitle } from '../canvas/useNodeText';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';

/** Named, since the inferred type is too long to be written out. */
type Translate = ReturnType<
  typeof useTranslationRef<typeof workflowsTranslationRef.T>
>['t'];

/** The words for what happens on the canvas, and the way to say them. */
export function useSaid(): {
  t: Translate;
  say: (text: string) => void;
  nameOf: (id: string) => string;
} {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { store } = useBuilderEnvironment();
  const titleOf = useNodeTitle();
  const { announce } = useUiStore();
  const nameOf = useCallback(
    (id: string) => {
      const { nodes } = store.getState().document.definition;
      const node = nodes.find(candidate => candidate.id === id);
      return node ? titleOf(node) : t('builder.node.note');
    },
    [store, titleOf, t],
  );
  return { t, say: announce, nameOf };
}
