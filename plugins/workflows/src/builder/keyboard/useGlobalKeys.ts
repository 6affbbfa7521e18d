import { useEffect, useRef } from 'react';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';
import { useSaid } from '../commands/useSaid';
import { isTyping } from './isTyping';
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
      const command = commandFor(GLOBAL_SHORTCUTS, event, editable);
      if (command && !(command === 'help' && isTyping(event.target))) {
        event.preventDefault();
        run[command]();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, ui, editable, t, say]);
}
