import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import { useAddItem } from '../commands/useAddItem';
import { useUiStore } from '../context/UiContext';
import { NODE_HEIGHT, NODE_WIDTH } from '../model/geometry';
import { PALETTE_MIME, usePaletteItems } from '../palette/usePaletteItems';
import { edgeAt } from './edgeAt';

/**
 * Takes what is dragged from the palette, with the pointer at its middle; over
 * an edge it is spliced in.
 */
export function useDropItem() {
  const flow = useReactFlow();
  const ui = useUiStore();
  const items = usePaletteItems();
  const addItem = useAddItem();
  const mark = (dropEdge: string | undefined) =>
    dropEdge !== ui.getState().dropEdge && ui.setState({ dropEdge });
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(PALETTE_MIME)) {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        mark(edgeAt(event.clientX, event.clientY));
      }
    },
    onDragLeave: () => mark(undefined),
    onDrop: (event: DragEvent) => {
      const id = event.dataTransfer.getData(PALETTE_MIME);
      const item = items.find(candidate => candidate.id === id);
      if (item) {
        event.preventDefault();
        const edgeId = item.template && edgeAt(event.clientX, event.clientY);
        const { x, y } = flow.screenToFlowPosition({
          x: event.clientX,
          y: event.clientY,
        });
        const position = { x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 };
        mark(undefined);
        addItem(
          item,
          edgeId ? { kind: 'edge', edgeId } : { kind: 'free', position },
        );
      }
    },
  };
}
