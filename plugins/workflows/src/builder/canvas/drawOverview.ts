import type { ReactFlowState } from '@xyflow/react';
import { NODE_HEIGHT, NODE_WIDTH, boundsOf } from '../model/geometry';

export interface OverviewColors {
  step: string;
  view: string;
}

type View = Pick<
  ReactFlowState,
  'nodeLookup' | 'transform' | 'width' | 'height'
>;
type Size = { width: number; height: number };
type Point = { x: number; y: number };

const MARGIN = 8;

/** Paints all steps and notes, and the part of the canvas that one sees. */
export function drawOverview(
  canvas: HTMLCanvasElement,
  view: View,
  colors: OverviewColors,
) {
  const context = canvas.getContext('2d');
  if (!context) {
    return;
  }
  const { scale, left, top } = frameOf(view, canvas);
  const at = (x: number, y: number) =>
    [(x - left) * scale, (y - top) * scale] as const;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = colors.step;
  for (const box of boxesOf(view)) {
    context.globalAlpha = box.isNote ? 0.25 : 0.8;
    context.fillRect(
      ...at(box.x, box.y),
      Math.max(box.width * scale, 1),
      Math.max(box.height * scale, 1),
    );
  }
  const seen = seenOf(view);
  context.globalAlpha = 1;
  context.lineWidth = 2;
  context.strokeStyle = colors.view;
  context.strokeRect(
    ...at(seen.x, seen.y),
    seen.width * scale,
    seen.height * scale,
  );
}

/** The place of the drawing under a point of the overview. */
export function toFlowPoint(view: View, size: Size, { x, y }: Point): Point {
  const { scale, left, top } = frameOf(view, size);
  return { x: x / scale + left, y: y / scale + top };
}

/** How the overview shows everything: steps, notes, and what one sees. */
function frameOf(view: View, { width, height }: Size) {
  const bounds = boundsOf([...boxesOf(view), seenOf(view)]);
  const scale = Math.min(
    (width - 2 * MARGIN) / bounds.width,
    (height - 2 * MARGIN) / bounds.height,
  );
  return {
    scale,
    left: bounds.x + bounds.width / 2 - width / 2 / scale,
    top: bounds.y + bounds.height / 2 - height / 2 / scale,
  };
}

function boxesOf({ nodeLookup }: View) {
  return [...nodeLookup.values()].map(({ type, internals, width, height }) => ({
    ...internals.positionAbsolute,
    width: width ?? NODE_WIDTH,
    height: height ?? NODE_HEIGHT,
    isNote: type === 'note',
  }));
}

function seenOf({ transform: [x, y, zoom], width, height }: View) {
  return {
    x: -x / zoom,
    y: -y / zoom,
    width: Math.max(width, 1) / zoom,
    height: Math.max(height, 1) / zoom,
  };
}
