import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';

/** Removes edges, and nodes with the edges at them. The trigger stays. */
export function remove(
  definition: WorkflowDefinition,
  ids: { nodes?: readonly string[]; edges?: readonly string[] },
): WorkflowDefinition {
  const gone = new Set(
    definition.nodes
      .filter(node => node.type !== 'trigger' && ids.nodes?.includes(node.id))
      .map(node => node.id),
  );
  const nodes = definition.nodes.filter(node => !gone.has(node.id));
  const edges = definition.edges.filter(
    edge =>
      !gone.has(edge.source) &&
      !gone.has(edge.target) &&
      !ids.edges?.includes(edge.id),
  );
  return nodes.length === definition.nodes.length &&
    edges.length === definition.edges.length
    ? definition
    : { ...definition, nodes, edges };
}
