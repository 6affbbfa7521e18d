import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { NODE_HEIGHT, NODE_WIDTH } from '../model/geometry';

/** Selects a node, and moves the canvas when the node is not in view. */
export function useReveal() {
  const { store } = useBuilderEnvironment();
  const flow = useReactFlow();
  const view = useStoreApi();
  return useCallback(
    (nodeId: string) => {
      store.getState().select([nodeId]);
      const { nodes, notes = [] } = store.getState().document.definition;
      const node = [...nodes, ...notes].find(({ id }) => id === nodeId);
      if (!node) {
        return;
      }
      const { width, height, transform } = view.getState();
      const [panX, panY, zoom] = transform;
      const left = node.position.x * zoom + panX;
      const top = node.position.y * zoom + panY;
      const isInView =
        left >= 0 &&
        top >= 0 &&
        left + NODE_WIDTH * zoom <= width &&
        top + NODE_HEIGHT * zoom <= height;
      if (!isInView) {
        flow.setCenter(
          node.position.x + NODE_WIDTH / 2,
          node.position.y + NODE_HEIGHT / 2,
          { zoom, duration: 200 },
        );
      }
    },
    [store, flow, view],
  );
}
