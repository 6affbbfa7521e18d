import type { OnNodeDrag } from '@xyflow/react';
import { useMemo } from 'react';
import { useSaid } from '../commands/useSaid';
import {
  useBuilderEnvironment,
  useEditDefinition,
} from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';
import type { FlowNode } from '../model/flow';
import { canInsert, insertExisting } from '../model/operations/insertInto';
import { makeRoom } from '../model/operations/makeRoom';
import { edgeAt } from './edgeAt';

let drags = 0;

/** Names the drag that is going on: moving and splicing in undo as one. */
export const dragBatch = () => `drag ${drags}`;

/** A step that is dropped onto an edge is spliced into it. */
export function useDropStep() {
  const { store } = useBuilderEnvironment();
  const ui = useUiStore();
  const edit = useEditDefinition();
  const { t, say, nameOf } = useSaid();
  return useMemo(() => {
    const onNodeDragStart: OnNodeDrag<FlowNode> = () => {
      drags += 1;
      ui.setState({ isDragging: true });
    };
    const onNodeDrag: OnNodeDrag<FlowNode> = (event, node, dragged) => {
      const { definition } = store.getState().document;
      const isFree =
        dragged.length === 1 &&
        !definition.edges.some(({ target }) => target === node.id);
      const edgeId = isFree
        ? edgeAt(...pointOf(event as unknown as MouseEvent))
        : undefined;
      const dropEdge =
        edgeId && canInsert(definition, edgeId, node.id) ? edgeId : undefined;
      if (dropEdge !== ui.getState().dropEdge) {
        ui.setState({ dropEdge });
      }
    };
    const onNodeDragStop: OnNodeDrag<FlowNode> = (_, { id, position }) => {
      const { dropEdge } = ui.getState();
      ui.setState({ isDragging: false, dropEdge: undefined });
      if (dropEdge) {
        const { edges } = store.getState().document.definition;
        const edge = edges.find(candidate => candidate.id === dropEdge);
        edit(current => {
          const spliced = insertExisting(current, dropEdge, id);
          return spliced === current || !edge
            ? current
            : makeRoom(spliced, edge.target, position.y);
        }, dragBatch());
        if (edge) {
          say(
            t('builder.said.inserted', {
              name: nameOf(id),
              before: nameOf(edge.source),
              after: nameOf(edge.target),
            }),
          );
        }
      }
    };
    return { onNodeDragStart, onNodeDrag, onNodeDragStop };
  }, [store, ui, edit, t, say, nameOf]);
}

function pointOf(event: MouseEvent | TouchEvent): [number, number] {
  const { clientX, clientY } =
    'touches' in event ? event.changedTouches[0] : event;
  return [clientX, clientY];
}
