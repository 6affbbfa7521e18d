import { type ReactFlowState, useStore } from '@xyflow/react';
import { useDeferredValue } from 'react';

/** Below this zoom no text on a step can be read. */
const READABLE_ZOOM = 0.3;

const isFar = ({ transform: [, , zoom] }: ReactFlowState) =>
  zoom < READABLE_ZOOM;

/**
 * Whether one is too far away to read the steps; they are drawn without text
 * then. All of them change at once, so zooming does not wait for it.
 */
export function useIsFar(): boolean {
  return useDeferredValue(useStore(isFar));
}
