import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';

/** Puts nodes at new places; those that are not named, or already there, stay. */
export function move(
  definition: WorkflowDefinition,
  places: ReadonlyMap<string, { x: number; y: number }>,
): WorkflowDefinition {
  let moved = false;
  const nodes = definition.nodes.map(node => {
    const place = places.get(node.id);
    if (
      !place ||
      (place.x === node.position.x && place.y === node.position.y)
    ) {
      return node;
    }
    moved = true;
    return { ...node, position: { x: place.x, y: place.y } };
  });
  return moved ? { ...definition, nodes } : definition;
}
