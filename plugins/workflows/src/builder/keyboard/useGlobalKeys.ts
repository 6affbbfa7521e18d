import { useEffect, useRef } from 'react';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';
import { useSaid } from '../commands/useSaid';
import { OWN_KEYS, isTyping } from './isTyping';
import { goToRegion } from './regions';
import { GLOBAL_SHORTCUTS, type GlobalCommand, commandFor } from './shortcuts';

/**
 * The keys that work everywhere. Undo and redo do so in the fields of the
 * inspector too: a field's own undo would know nothing of ours.
 */
export function useGlobalKeys({ onSave }: { onSave: () => void }) {
  const { store, editable } = useBuilderEnvironment();
  const ui = useUiStore();
  const { t, say } = useSaid();
  const save = useRef(onSave);
  save.current = onSave;
  useEffect(() => {
    const run: Record<GlobalCommand, () => void> = {
      save: () => save.current(),
      undo: () => {
        store.undo();
        say(t('builder.said.undone'));
      },
      redo: () => {
        store.redo();
        say(t('builder.said.redone'));
      },
      nextRegion: () => goToRegion(1),
      previousRegion: () => goToRegion(-1),
      help: () => ui.setState({ dialog: 'shortcuts' }),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      // A name that is being typed on the canvas has an undo of its own.
      if ((event.target as Element).closest?.(`[${OWN_KEYS}]`)) {
        return;
      }
      const command = commandFor(GLOBAL_SHORTCUTS, event, editable);
      if (command && !(command === 'help' && isTyping(event.target))) {
        event.preventDefault();
        event.stopPropagation();
        run[command]();
      }
    };
    // First of all: while a message shows, the portal takes F6 for itself.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [store, ui, editable, t, say]);
}
