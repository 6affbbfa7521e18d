import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useMemo } from 'react';
import { useViewCentre } from '../canvas/useViewCentre';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';
import { NODE_HEIGHT, NODE_WIDTH } from '../model/geometry';
import type { StepPlace } from '../model/operations/addStep';

type Point = { x: number; y: number };

/** Opens the picker of steps: where the pointer is, or where the selection is. */
export function useOpenPicker() {
  const { store, editable } = useBuilderEnvironment();
  const ui = useUiStore();
  const flow = useReactFlow();
  const view = useStoreApi();
  const centre = useViewCentre();
  return useMemo(() => {
    const open = (place: StepPlace, at: Point) =>
      editable && ui.setState({ picker: { place, at } });
    /** A point of the drawing, in pixels of the canvas. */
    const inCanvas = ({ x, y }: Point): Point => {
      const pan = flow.getViewport();
      return { x: x * pan.zoom + pan.x, y: y * pan.zoom + pan.y };
    };
    const after = (nodeId: string | undefined) => {
      const node = store
        .getState()
        .document.definition.nodes.find(({ id }) => id === nodeId);
      if (node) {
        const { x, y } = node.position;
        open(
          { kind: 'after', nodeId: node.id },
          inCanvas({ x: x + NODE_WIDTH / 2, y: y + NODE_HEIGHT }),
        );
      } else {
        const middle = centre();
        const position = {
          x: middle.x - NODE_WIDTH / 2,
          y: middle.y - NODE_HEIGHT / 2,
        };
        open({ kind: 'free', position }, inCanvas(middle));
      }
    };
    return {
      /** At a point of the window. */
      atPointer(pointer: Point, placeFor: (position: Point) => StepPlace) {
        const box = view.getState().domNode?.getBoundingClientRect();
        open(
          placeFor(flow.screenToFlowPosition(pointer, { snapToGrid: false })),
          {
            x: pointer.x - (box?.left ?? 0),
            y: pointer.y - (box?.top ?? 0),
          },
        );
      },

      /** After a step; with none, in the middle. */
      after,

      afterSelection() {
        const { selection } = store.getState();
        after(selection.length === 1 ? selection[0] : undefined);
      },
    };
  }, [store, editable, ui, flow, view, centre]);
}
