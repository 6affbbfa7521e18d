import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';

/** The place of the canvas that is in the middle of what one sees. */
export function useViewCentre() {
  const flow = useReactFlow();
  const view = useStoreApi();
  return useCallback(() => {
    const { width, height } = view.getState();
    const { x, y, zoom } = flow.getViewport();
    return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
  }, [flow, view]);
}
