import {
  type OnEdgesChange,
  type OnNodesChange,
  applyEdgeChanges,
  applyNodeChanges,
} from '@xyflow/react';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import {
  useBuilder,
  useBuilderEnvironment,
  useDefinition,
  useEditDefinition,
} from '../context/BuilderContext';
import {
  type FlowEdge,
  type FlowNode,
  isSameDrawing,
  refreshFlow,
  toFlow,
} from '../model/flow';
import { move } from '../model/operations/move';
import { dragBatch } from './useDropStep';

/** How long typing pauses before React Flow hears of it, in milliseconds. */
const PAUSE_MS = 150;

/**
 * The drawn definition as React Flow holds it. While a node is dragged only this
 * view changes; the definition, and with it undo, hears of it when it is let go.
 * The other way round, what is typed in a step comes here when typing pauses:
 * React Flow goes over all nodes each time, and the step itself shows it already.
 */
export function useFlow() {
  const { store } = useBuilderEnvironment();
  const definition = useDefinition();
  const selection = useBuilder(state => state.selection);
  const edit = useEditDefinition();
  const [flow, setFlow] = useState(() =>
    refreshFlow(toFlow(definition), definition, selection),
  );
  const latest = useRef(flow);
  const show = useCallback((next: typeof flow) => {
    latest.current = next;
    setFlow(next);
  }, []);

  const drawn = useRef({ definition, selection });
  useLayoutEffect(() => {
    const draw = () => {
      drawn.current = { definition, selection };
      show(refreshFlow(latest.current, definition, selection));
    };
    if (
      selection !== drawn.current.selection ||
      !isSameDrawing(definition, drawn.current.definition)
    ) {
      draw();
      return undefined;
    }
    const pause = setTimeout(draw, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [definition, selection, show]);

  const onNodesChange = useCallback<OnNodesChange<FlowNode>>(
    changes => {
      // Removing is an edit of the definition, made where the key is heard.
      const kept = changes.filter(change => change.type !== 'remove');
      const nodes = applyNodeChanges(kept, latest.current.nodes);
      show({ ...latest.current, nodes });
      if (kept.some(change => change.type === 'select')) {
        const selected = nodes.filter(node => node.selected);
        store.getState().select(selected.map(node => node.id));
      }
      const dropped = new Map(
        kept.flatMap(change =>
          change.type === 'position' && change.dragging === false
            ? [[change.id, change.position] as const]
            : [],
        ),
      );
      if (dropped.size > 0) {
        const places = new Map(
          nodes
            .filter(({ id }) => dropped.has(id))
            .map(({ id, position }) => [id, position]),
        );
        edit(current => move(current, places), dragBatch());
      }
    },
    [store, edit, show],
  );

  const onEdgesChange = useCallback<OnEdgesChange<FlowEdge>>(
    changes => {
      const kept = changes.filter(change => change.type !== 'remove');
      const edges = applyEdgeChanges(kept, latest.current.edges);
      show({ ...latest.current, edges });
    },
    [show],
  );

  return { ...flow, onNodesChange, onEdgesChange };
}
