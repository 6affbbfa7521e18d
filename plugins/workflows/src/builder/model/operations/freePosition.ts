import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import {
  GRID,
  NODE_GAP,
  NODE_HEIGHT,
  NODE_WIDTH,
  RANK_GAP,
  boxOf,
  overlap,
  snap,
} from '../geometry';

type Position = { x: number; y: number };

/**
 * A place on the grid that covers no other node: the free one nearest to a wish,
 * or below a named node, or else below everything, moved to the right until it is
 * free.
 */
export function freePosition(
  { nodes }: WorkflowDefinition,
  wish: { at: Position } | { below?: string; aside?: boolean },
): Position {
  const start = 'at' in wish ? wish.at : placeBelow(nodes, wish);
  const position = { x: snap(start.x), y: snap(start.y) };
  if ('at' in wish) {
    return nearestFree(nodes, position);
  }
  while (isTaken(nodes, position)) {
    position.x += NODE_WIDTH + NODE_GAP;
  }
  return position;
}

/** A place that is taken is left by the shortest way, a little farther than it must be. */
function nearestFree(
  nodes: WorkflowDefinition['nodes'],
  wish: Position,
): Position {
  let found = isTaken(nodes, wish) ? undefined : wish;
  for (let by = GRID; !found; by += GRID) {
    found = [
      { x: wish.x + by, y: wish.y },
      { x: wish.x - by, y: wish.y },
      { x: wish.x, y: wish.y + by },
      { x: wish.x, y: wish.y - by },
    ].find(position => !isTaken(nodes, position, GRID));
  }
  return found;
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

function isTaken(
  nodes: WorkflowDefinition['nodes'],
  position: Position,
  gap?: number,
) {
  return nodes.some(node => overlap(boxOf(node), boxOf({ position }), gap));
}
