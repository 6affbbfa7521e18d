import { useEffect, useRef } from 'react';
import { useBuilderEnvironment } from '../context/BuilderContext';

/**
 * Ctrl+S (or Cmd+S) saves; Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) go back and
 * forth, in the fields of the inspector too: a field's own undo would know
 * nothing of ours.
 */
export function useShortcuts({ onSave }: { onSave: () => void }) {
  const { store, editable } = useBuilderEnvironment();
  const save = useRef(onSave);
  save.current = onSave;
  useEffect(() => {
    if (!editable) {
      return undefined;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const run =
        (event.ctrlKey || event.metaKey) && !event.altKey
          ? commandFor(event.key.toLowerCase(), event.shiftKey)
          : undefined;
      if (run) {
        event.preventDefault();
        ({ save: save.current, undo: store.undo, redo: store.redo })[run]();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, editable]);
}

function commandFor(key: string, shift: boolean) {
  switch (key) {
    case 's':
      return shift ? undefined : 'save';
    case 'z':
      return shift ? 'redo' : 'undo';
    case 'y':
      return shift ? undefined : 'redo';
    default:
      return undefined;
  }
}
