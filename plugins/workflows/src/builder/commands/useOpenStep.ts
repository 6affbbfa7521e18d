import { useCallback } from 'react';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';

/** Opens a step in the inspector, with the focus in its first field; a note opens where it is. */
export function useOpenStep() {
  const { store } = useBuilderEnvironment();
  const ui = useUiStore();
  return useCallback(
    (id: string) => {
      const { notes = [] } = store.getState().document.definition;
      store.getState().select([id]);
      if (notes.some(note => note.id === id)) {
        ui.setState({ renaming: id });
        return;
      }
      ui.openPanel('inspector');
      requestAnimationFrame(() =>
        document
          .querySelector<HTMLElement>(
            '#workflow-panel-inspector :is(input, textarea, [role=button][aria-haspopup]):not([disabled])',
          )
          ?.focus(),
      );
    },
    [store, ui],
  );
}
