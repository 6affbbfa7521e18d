import { useCallback } from 'react';
import { focusNode } from '../canvas/focusNode';
import { useReveal } from '../canvas/useReveal';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';
import { focusField } from '../inspector/focusField';

/**
 * Leads to a place of the definition: to its step on the canvas and its field in
 * the inspector. What is of the step as a whole has no field, and what is of no
 * step is among the workflow's settings.
 */
export function useGoToPlace() {
  const { store } = useBuilderEnvironment();
  const ui = useUiStore();
  const reveal = useReveal();
  return useCallback(
    (nodeId: string | undefined, path: string) => {
      ui.openPanel('inspector');
      if (!nodeId) {
        store.getState().select([]);
        focusField(undefined, path);
        return;
      }
      reveal(nodeId);
      if (/^(trigger|nodes\.\d+\.data)\./.test(path)) {
        focusField(nodeId, path);
      } else {
        focusNode(nodeId);
      }
    },
    [store, ui, reveal],
  );
}
