import { useCallback } from 'react';
import { type Translate, useTexts } from '../../texts';
import { useNodeTitle } from '../canvas/useNodeText';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';

/** The words for what happens on the canvas, and the way to say them. */
export function useSaid(): {
  t: Translate;
  say: (text: string) => void;
  nameOf: (id: string) => string;
} {
  const { t } = useTexts();
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
