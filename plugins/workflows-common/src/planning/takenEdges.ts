import type { WorkflowGraph } from '../definition/graph';
import type { WorkflowEdge, WorkflowNode } from '../definition/schema';
import type { PlannedStep } from './planNext';

/**
 * Whether a run went along an edge: `open` as long as its source has not ended.
 *
 * @param source - the node that the edge leaves
 * @param step - what is recorded of that node
 */
export function settleEdge(
  edge: WorkflowEdge,
  source: WorkflowNode,
  step: PlannedStep | undefined,
): 'taken' | 'not taken' | 'open' {
  if (source.type === 'trigger') {
    return 'taken';
  }
  switch (step?.state) {
    case 'completed':
      return source.type !== 'condition' || step.branch === edge.sourceHandle
        ? 'taken'
        : 'not taken';
    case 'failed':
      return continuesOnError(source) ? 'taken' : 'not taken';
    case 'skipped':
      return 'not taken';
    default:
      return 'open';
  }
}

/** Whether a run goes on after this node has failed. */
export function continuesOnError(node: WorkflowNode): boolean {
  return node.type === 'action' && node.data.onError === 'continue';
}

/**
 * The ids of the edges that a run went along so far.
 *
 * @public
 */
export function takenEdges(
  graph: WorkflowGraph,
  steps: readonly PlannedStep[],
): string[] {
  const recorded = new Map(steps.map(step => [step.nodeId, step]));
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  return graph.edges
    .filter(edge => {
      const source = nodes.get(edge.source);
      return (
        source !== undefined &&
        settleEdge(edge, source, recorded.get(edge.source)) === 'taken'
      );
    })
    .map(({ id }) => id);
}
