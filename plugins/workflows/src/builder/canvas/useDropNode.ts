import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import { NODE_HEIGHT, NODE_WIDTH } from '../model/geometry';
import { PALETTE_MIME, usePaletteItems } from '../palette/usePaletteItems';
import { useAddNode } from './useAddNode';

/** Takes what is dragged from the palette, with the pointer at its middle. */
export function useDropNode() {
  const flow = useReactFlow();
  const items = usePaletteItems();
  const addNode = useAddNode();
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(PALETTE_MIME)) {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }
    },
    onDrop: (event: DragEvent) => {
      const id = event.dataTransfer.getData(PALETTE_MIME);
      const item = items.find(candidate => candidate.id === id);
      if (item) {
        event.preventDefault();
        const { x, y } = flow.screenToFlowPosition({
          x: event.clientX,
          y: event.clientY,
        });
        addNode(item.template(), {
          x: x - NODE_WIDTH / 2,
          y: y - NODE_HEIGHT / 2,
        });
      }
    },
  };
}
