import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';

type Position = { x: number; y: number };

/** Puts nodes and notes at new places; those that are not named, or already there, stay. */
export function move(
  definition: WorkflowDefinition,
  places: ReadonlyMap<string, Position>,
): WorkflowDefinition {
  const nodes = moved(definition.nodes, places);
  const notes = definition.notes && moved(definition.notes, places);
  return nodes === definition.nodes && notes === definition.notes
    ? definition
    : { ...definition, nodes, ...(notes && { notes }) };
}

/** Moves nodes and notes by the same way. */
export function moveBy(
  definition: WorkflowDefinition,
  ids: readonly string[],
  by: Position,
): WorkflowDefinition {
  const chosen = [...definition.nodes, ...(definition.notes ?? [])].filter(
    ({ id }) => ids.includes(id),
  );
  return move(
    definition,
    new Map(
      chosen.map(({ id, position }) => [
        id,
        { x: position.x + by.x, y: position.y + by.y },
      ]),
    ),
  );
}

function moved<T extends { id: string; position: Position }>(
  items: T[],
  places: ReadonlyMap<string, Position>,
): T[] {
  let any = false;
  const next = items.map(item => {
    const place = places.get(item.id);
    if (
      !place ||
      (place.x === item.position.x && place.y === item.position.y)
    ) {
      return item;
    }
    any = true;
    return { ...item, position: { x: place.x, y: place.y } };
  });
  return any ? next : items;
}
