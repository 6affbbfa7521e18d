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
