import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useClipboardCommands } from '../commands/useClipboardCommands';
import { useSelectionCommands } from '../commands/useSelectionCommands';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { isTyping } from './isTyping';

/**
 * Copy, cut and paste while nothing is being typed. The browser's own events
 * carry the clipboard, so nobody is asked for a permission. What is pasted goes
 * to where the pointer is, when it is over the canvas.
 */
export function useClipboardKeys() {
  const { editable } = useBuilderEnvironment();
  const flow = useReactFlow();
  const { copy, paste } = useClipboardCommands();
  const { remove } = useSelectionCommands();
  const pointer = useRef<{ x: number; y: number }>();
  useEffect(() => {
    const isOurs = (event: Event) =>
      !isTyping(event.target) &&
      !isTyping(document.activeElement) &&
      !document.querySelector('[role=dialog]') &&
      (document.getSelection()?.isCollapsed ?? true);
    const onCopy = (event: ClipboardEvent) => {
      const text = isOurs(event) ? copy() : undefined;
      if (text) {
        event.clipboardData?.setData('text/plain', text);
        event.preventDefault();
      }
      return text !== undefined;
    };
    const onCut = (event: ClipboardEvent) => {
      if (editable && onCopy(event)) {
        remove();
      }
    };
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const at = pointer.current;
      if (
        editable &&
        isOurs(event) &&
        paste(text, at && flow.screenToFlowPosition(at))
      ) {
        event.preventDefault();
      }
    };
    const onPointerMove = ({ target, clientX, clientY }: PointerEvent) => {
      const isOver = (target as Element | null)?.closest?.('.react-flow__pane');
      pointer.current = isOver ? { x: clientX, y: clientY } : undefined;
    };
    // A key that moves the selection is the newer wish.
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key.startsWith('Arrow')) {
        pointer.current = undefined;
      }
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    document.addEventListener('pointermove', onPointerMove);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('pointermove', onPointerMove);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [editable, flow, copy, paste, remove]);
}
