import { type Viewport, getViewportForBounds } from '@xyflow/react';
import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { NODE_HEIGHT, NODE_WIDTH, boundsOf } from '../model/geometry';

export const FIT = { padding: 0.2, maxZoom: 1 };
export const MIN_ZOOM = 0.1;
/** Room above the first step, in pixels. */
const TOP = 64;

/**
 * The view of a canvas of so many pixels that shows the whole workflow. A small
 * one begins at the top, because it grows downwards.
 */
export function openingView(
  { nodes, notes = [] }: WorkflowDefinition,
  { width, height }: { width: number; height: number },
): Viewport {
  const bounds = boundsOf([
    ...notes.map(({ position, size }) => ({ ...position, ...size })),
    ...nodes.map(({ position }) => ({
      ...position,
      width: NODE_WIDTH,
      height: NODE_HEIGHT,
    })),
  ]);
  if (!Number.isFinite(bounds.x) || width <= 0 || height <= 0) {
    return { x: 0, y: 0, zoom: 1 };
  }
  const view = getViewportForBounds(
    bounds,
    width,
    height,
    MIN_ZOOM,
    FIT.maxZoom,
    FIT.padding,
  );
  return view.zoom === FIT.maxZoom ? { ...view, y: TOP - bounds.y } : view;
}
