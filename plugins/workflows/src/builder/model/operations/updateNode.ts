import type {
  WorkflowDefinition,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';

/** Replaces a node's data. Its type stays; the caller gives data that fits it. */
export function updateNode(
  definition: WorkflowDefinition,
  id: string,
  data: WorkflowNode['data'],
): WorkflowDefinition {
  return {
    ...definition,
    nodes: definition.nodes.map(node =>
      node.id === id ? ({ ...node, data } as WorkflowNode) : node,
    ),
  };
}

/** Gives a node a label of its own, or none when the label is empty. */
export function renameNode(
  definition: WorkflowDefinition,
  id: string,
  label: string,
): WorkflowDefinition {
  const node = definition.nodes.find(candidate => candidate.id === id);
  if (!node) {
    return definition;
  }
  const { label: _, ...data } = node.data;
  const next = label ? { ...data, label } : data;
  return updateNode(definition, id, next as WorkflowNode['data']);
}
