import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { NODE_GAP, NODE_HEIGHT, NODE_WIDTH, RANK_GAP, snap } from '../geometry';

type Position = { x: number; y: number };

/**
 * A place on the grid that covers no other node: at a wished one, below a named
 * node, or else below everything. It moves to the right until it is free.
 */
export function freePosition(
  { nodes }: WorkflowDefinition,
  wish: { at: Position } | { below?: string; aside?: boolean },
): Position {
  const start = 'at' in wish ? wish.at : placeBelow(nodes, wish);
  const position = { x: snap(start.x), y: snap(start.y) };
  while (nodes.some(node => overlaps(node.position, position))) {
    position.x += NODE_WIDTH + NODE_GAP;
  }
  return position;
}

function placeBelow(
  nodes: WorkflowDefinition['nodes'],
  { below, aside }: { below?: string; aside?: boolean },
): Position {
  const lowest = [...nodes].sort((a, b) => b.position.y - a.position.y)[0];
  const node = nodes.find(candidate => candidate.id === below) ?? lowest;
  return node
    ? {
        x: node.position.x + (aside ? NODE_WIDTH + NODE_GAP : 0),
        y: node.position.y + NODE_HEIGHT + RANK_GAP,
      }
    : { x: 0, y: 0 };
}

function overlaps(a: Position, b: Position) {
  return Math.abs(a.x - b.x) < NODE_WIDTH && Math.abs(a.y - b.y) < NODE_HEIGHT;
}
