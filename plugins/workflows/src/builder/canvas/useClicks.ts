import type { EdgeMouseHandler, NodeMouseHandler } from '@xyflow/react';
import { type MouseEvent, useMemo } from 'react';
import { useOpenStep } from '../commands/useOpenStep';
import { useBuilderEnvironment } from '../context/BuilderContext';
import type { FlowNode } from '../model/flow';
import { NODE_HEIGHT, NODE_WIDTH } from '../model/geometry';
import { useOpenPicker } from '../picker/useOpenPicker';
import { INSERT_CLASS } from './edges/insertClass';

/** What clicks do beside selecting. */
export function useClicks() {
  const { store } = useBuilderEnvironment();
  const openPicker = useOpenPicker();
  const openStep = useOpenStep();
  return useMemo(() => {
    const onEdgeClick: EdgeMouseHandler = (event, { id: edgeId }) => {
      if ((event.target as Element).closest(`.${INSERT_CLASS}`)) {
        openPicker.atPointer({ x: event.clientX, y: event.clientY }, () => ({
          kind: 'edge',
          edgeId,
        }));
      }
    };
    // React Flow leaves several selected, for dragging; a click that was none means one.
    const onNodeClick: NodeMouseHandler<FlowNode> = (event, { id }) => {
      const isOneOfSeveral =
        store.getState().selection.length > 1 &&
        store.getState().selection.includes(id);
      if (isOneOfSeveral && !event.ctrlKey && !event.metaKey) {
        store.getState().select([id]);
      }
    };
    const onNodeDoubleClick: NodeMouseHandler<FlowNode> = (_, { id }) =>
      openStep(id);
    const onDoubleClick = ({ target, clientX, clientY }: MouseEvent) => {
      if ((target as Element).classList.contains('react-flow__pane')) {
        openPicker.atPointer({ x: clientX, y: clientY }, ({ x, y }) => ({
          kind: 'free',
          position: { x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 },
        }));
      }
    };
    return { onEdgeClick, onNodeClick, onNodeDoubleClick, onDoubleClick };
  }, [store, openPicker, openStep]);
}
