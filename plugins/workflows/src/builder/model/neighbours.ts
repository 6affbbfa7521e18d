import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { NODE_HEIGHT, NODE_WIDTH } from './geometry';

export type Direction = 'up' | 'down' | 'left' | 'right';

interface Box {
  id: string;
  x: number;
  y: number;
}

/**
 * The node or note that an arrow key goes to: the nearest one in that
 * direction. Down and up prefer what is connected, so that they follow the run.
 */
export function neighbourOf(
  definition: WorkflowDefinition,
  id: string,
  direction: Direction,
): string | undefined {
  const boxes = boxesOf(definition);
  const from = boxes.find(box => box.id === id);
  if (!from) {
    return undefined;
  }
  const connected = new Set(
    definition.edges.flatMap(({ source, target }) => {
      if (direction === 'down') {
        return source === id ? [target] : [];
      }
      return direction === 'up' && target === id ? [source] : [];
    }),
  );
  const ahead = boxes
    .filter(box => box.id !== id)
    .map(box => ({ id: box.id, ...way(from, box, direction) }))
    .filter(({ along, aside }) => along > 0 && aside <= 2 * along)
    .sort((a, b) => a.along + 2 * a.aside - (b.along + 2 * b.aside));
  const followed = boxes
    .filter(box => connected.has(box.id))
    .sort((a, b) => a.x - b.x)[0];
  return followed?.id ?? ahead[0]?.id;
}

/** Centres are compared: notes are larger than steps. */
function boxesOf({ nodes, notes = [] }: WorkflowDefinition): Box[] {
  return [
    ...nodes.map(({ id, position: { x, y } }) => ({
      id,
      x: x + NODE_WIDTH / 2,
      y: y + NODE_HEIGHT / 2,
    })),
    ...notes.map(({ id, position: { x, y }, size: { width, height } }) => ({
      id,
      x: x + width / 2,
      y: y + height / 2,
    })),
  ];
}

function way(from: Box, to: Box, direction: Direction) {
  const x = to.x - from.x;
  const y = to.y - from.y;
  switch (direction) {
    case 'down':
      return { along: y, aside: Math.abs(x) };
    case 'up':
      return { along: -y, aside: Math.abs(x) };
    case 'right':
      return { along: x, aside: Math.abs(y) };
    default:
      return { along: -x, aside: Math.abs(y) };
  }
}
