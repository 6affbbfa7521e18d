import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';

/** Removes edges, notes, and nodes with the edges at them. The trigger stays. */
export function remove(
  definition: WorkflowDefinition,
  ids: { nodes?: readonly string[]; edges?: readonly string[] },
): WorkflowDefinition {
  const chosen = new Set(ids.nodes);
  const chosenEdges = new Set(ids.edges);
  const gone = new Set(
    definition.nodes
      .filter(node => node.type !== 'trigger' && chosen.has(node.id))
      .map(node => node.id),
  );
  const { notes: before = [], ...rest } = definition;
  const nodes = definition.nodes.filter(node => !gone.has(node.id));
  const notes = before.filter(note => !chosen.has(note.id));
  const edges = definition.edges.filter(
    edge =>
      !gone.has(edge.source) &&
      !gone.has(edge.target) &&
      !chosenEdges.has(edge.id),
  );
  return nodes.length === definition.nodes.length &&
    edges.length === definition.edges.length &&
    notes.length === before.length
    ? definition
    : { ...rest, nodes, edges, ...(notes.length > 0 && { notes }) };
}
