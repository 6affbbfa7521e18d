import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useViewportMemory } from './useViewportMemory';

export const FIT = { padding: 0.2, maxZoom: 1 };
/** Room above the first step, in pixels. */
const TOP = 64;

/**
 * Shows what one looked at last, else the whole workflow. A small one begins at
 * the top, because it grows downwards.
 */
export function useOpeningView() {
  const isMeasured = useNodesInitialized();
  const flow = useReactFlow();
  const { remembered } = useViewportMemory();
  const isDone = useRef(false);
  useEffect(() => {
    if (!isMeasured || isDone.current) {
      return;
    }
    isDone.current = true;
    const last = remembered();
    if (last) {
      flow.setViewport(last);
      return;
    }
    flow.fitView(FIT).then(() => {
      const { x, zoom } = flow.getViewport();
      const top = Math.min(...flow.getNodes().map(node => node.position.y));
      if (zoom === FIT.maxZoom) {
        flow.setViewport({ x, y: TOP - top * zoom, zoom });
      }
    });
  }, [isMeasured, flow, remembered]);
}
