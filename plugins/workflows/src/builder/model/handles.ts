import { type NodeHandle, Position } from '@xyflow/react';
import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import { HANDLE_SIZE, NODE_HEIGHT, NODE_WIDTH } from './geometry';

/** How far along the bottom of a condition its two ways out begin. */
export const BRANCH_AT = { true: 0.25, false: 0.75 } as const;

const entry = handle('target', 0.5);
const exit = handle('source', 0.5);
const branches = (['true', 'false'] as const).map(id => ({
  ...handle('source', BRANCH_AT[id]),
  id,
}));

const HANDLES: Record<WorkflowNode['type'], NodeHandle[]> = {
  trigger: [exit],
  action: [entry, exit],
  condition: [entry, ...branches],
  delay: [entry, exit],
};

/**
 * Where connections begin and end at a step, known before the browser has
 * measured it: edges are there from the first frame on.
 */
export function handlesOf(type: WorkflowNode['type']): NodeHandle[] {
  return HANDLES[type];
}

function handle(type: 'source' | 'target', at: number): NodeHandle {
  return {
    // As in the DOM, by which React Flow finds it.
    id: null,
    type,
    position: type === 'target' ? Position.Top : Position.Bottom,
    x: NODE_WIDTH * at - HANDLE_SIZE / 2,
    y: (type === 'target' ? 0 : NODE_HEIGHT) - HANDLE_SIZE / 2,
    width: HANDLE_SIZE,
    height: HANDLE_SIZE,
  };
}
