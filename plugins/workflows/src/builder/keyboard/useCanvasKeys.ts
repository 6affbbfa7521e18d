import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useCallback } from 'react';
import { focusCanvas } from '../canvas/focusNode';
import { useAddNote } from '../commands/useAddNote';
import { useClipboardCommands } from '../commands/useClipboardCommands';
import { useOpenStep } from '../commands/useOpenStep';
import { useSelectionCommands } from '../commands/useSelectionCommands';
import { useViewCommands } from '../commands/useViewCommands';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';
import { useOpenPicker } from '../picker/useOpenPicker';
import { isTyping } from './isTyping';
import { type CanvasCommand, SHORTCUTS, commandFor } from './shortcuts';

/** The keys of the canvas, while the focus is on it or on a step. */
export function useCanvasKeys() {
  const { store, editable } = useBuilderEnvironment();
  const ui = useUiStore();
  const flow = useReactFlow();
  const selection = useSelectionCommands();
  const view = useViewCommands();
  const { duplicate } = useClipboardCommands();
  const openPicker = useOpenPicker();
  const openStep = useOpenStep();
  const addNote = useAddNote();
  return useCallback(
    (event: KeyboardEvent) => {
      if (isTyping(event.target)) {
        return;
      }
      const command = commandFor(SHORTCUTS, event, editable);
      if (!command) {
        return;
      }
      const chosen = store.getState().selection;
      const one = chosen.length === 1 ? chosen[0] : undefined;
      const run: Record<CanvasCommand, () => void> = {
        addStep: openPicker.afterSelection,
        addNote: () => addNote(),
        connect: () => one && ui.setState({ dialog: 'connect' }),
        up: () => selection.goToNeighbour('up'),
        down: () => selection.goToNeighbour('down'),
        left: () => selection.goToNeighbour('left'),
        right: () => selection.goToNeighbour('right'),
        selectUp: () => selection.selectStream('upstream'),
        selectDown: () => selection.selectStream('downstream'),
        selectAll: selection.selectAll,
        clear: () => {
          selection.clear();
          focusCanvas();
        },
        open: () => one && openStep(one),
        rename: () => one && ui.setState({ renaming: one }),
        remove: () =>
          selection.remove(
            flow
              .getEdges()
              .filter(edge => edge.selected)
              .map(({ id }) => id),
          ),
        duplicate,
        moveUp: () => selection.moveBy('up'),
        moveDown: () => selection.moveBy('down'),
        moveLeft: () => selection.moveBy('left'),
        moveRight: () => selection.moveBy('right'),
        arrange: view.arrange,
        fit: view.fit,
        resetZoom: view.resetZoom,
        zoomIn: view.zoomIn,
        zoomOut: view.zoomOut,
      };
      event.preventDefault();
      run[command]();
    },
    [
      store,
      editable,
      ui,
      flow,
      selection,
      view,
      duplicate,
      openPicker,
      openStep,
      addNote,
    ],
  );
}
