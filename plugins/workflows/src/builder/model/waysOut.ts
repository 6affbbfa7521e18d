import type {
  WorkflowDefinition,
  WorkflowEdge,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';

export type WayOut = WorkflowEdge['sourceHandle'];

/** The ways by which a run can leave a node; a plain node has one without a name. */
export function waysOut(node: Pick<WorkflowNode, 'type'>): WayOut[] {
  return node.type === 'condition' ? ['true', 'false'] : [undefined];
}

/** The edge that leaves by a way out; there is at most one. */
export function edgeBy(
  definition: WorkflowDefinition,
  source: string,
  wayOut: WayOut,
) {
  return definition.edges.find(
    edge => edge.source === source && edge.sourceHandle === wayOut,
  );
}
