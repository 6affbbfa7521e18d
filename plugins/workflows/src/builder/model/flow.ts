import type { Edge, Node } from '@xyflow/react';
import type {
  WorkflowDefinition,
  WorkflowEdge,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';

/** A node as React Flow holds it: ours, and beside it what is only of the view. */
export type FlowNode = Node<WorkflowNode['data'], WorkflowNode['type']>;
export type FlowEdge = Edge;
export interface Flow {
  nodes: FlowNode[];
  edges: FlowEdge[];
}

/** What the canvas draws for a definition. */
export function toFlow(definition: WorkflowDefinition): Flow {
  return {
    nodes: definition.nodes.map(toFlowNode),
    edges: definition.edges.map(edge => ({ ...edge })),
  };
}

/**
 * The definition that the canvas shows. What is only of the view (selection,
 * measured sizes) is left behind; trigger and settings are those of `base`,
 * and so is every node that did not change, so that nothing else renders again.
 */
export function fromFlow(
  flow: Flow,
  base: WorkflowDefinition,
): WorkflowDefinition {
  const before = new Map(base.nodes.map(node => [node.id, node]));
  return {
    ...base,
    nodes: flow.nodes.map(node => {
      const same = before.get(node.id);
      return same && shows(node, same) ? same : fromFlowNode(node);
    }),
    edges: flow.edges.map(fromFlowEdge),
  };
}

/** What the canvas already holds, brought up to date; what did not change stays the same object. */
export function refreshFlow(
  previous: Flow,
  definition: WorkflowDefinition,
  selection: readonly string[],
): Flow {
  const nodes = new Map(previous.nodes.map(node => [node.id, node]));
  const edges = new Map(previous.edges.map(edge => [edge.id, edge]));
  return {
    nodes: definition.nodes.map(node => {
      const shown = nodes.get(node.id);
      const selected = selection.includes(node.id);
      return shown && shows(shown, node) && shown.selected === selected
        ? shown
        : { ...shown, ...toFlowNode(node), selected };
    }),
    edges: definition.edges.map(edge => {
      const shown = edges.get(edge.id);
      return shown &&
        shown.source === edge.source &&
        shown.target === edge.target &&
        shown.sourceHandle === edge.sourceHandle
        ? shown
        : { ...edge };
    }),
  };
}

/** Whether a node on the canvas is up to date with the definition's. */
export function shows(flowNode: FlowNode, node: WorkflowNode) {
  return (
    flowNode.data === node.data &&
    flowNode.position.x === node.position.x &&
    flowNode.position.y === node.position.y
  );
}

export function toFlowNode(node: WorkflowNode): FlowNode {
  return { ...node, deletable: node.type !== 'trigger' };
}

function fromFlowNode({ id, type, position, data }: FlowNode) {
  const { x, y } = position;
  return { id, type, position: { x, y }, data } as WorkflowNode;
}

function fromFlowEdge({ id, source, target, sourceHandle }: FlowEdge) {
  return {
    id,
    source,
    target,
    ...(sourceHandle && { sourceHandle }),
  } as WorkflowEdge;
}
