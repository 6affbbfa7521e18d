import { useState } from 'react';
import { useBuilder } from '../context/BuilderContext';
import { useUi } from '../context/UiContext';

/**
 * The ids of what the inspector shows: the selection, but while steps are being
 * dragged what it was before. Making a step's form would hold up the drag, and
 * nobody reads it with the button down.
 */
export function useInspected(): readonly string[] {
  const selection = useBuilder(state => state.selection);
  const isDragging = useUi(state => state.isDragging);
  const [inspected, setInspected] = useState(selection);
  if (!isDragging && inspected !== selection) {
    setInspected(selection);
  }
  return inspected;
}
