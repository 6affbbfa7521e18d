import {
  type WorkflowGraph,
  edgesBy,
  executionOrder,
} from '../definition/graph';
import type { WorkflowEdge, WorkflowNode } from '../definition/schema';
import type { StepState } from '../execution/types';
import { continuesOnError, settleEdge } from './takenEdges';

/**
 * What is recorded of a node so far.
 *
 * @public
 */
export interface PlannedStep {
  nodeId: string;
  state: StepState;
  branch?: 'true' | 'false';
}

/**
 * What a run does next.
 *
 * - `run`: start this node.
 * - `continue`: this node was started and has not ended: a delay that is due, a
 *   retry, an action that waits, or an attempt that a crash cut off.
 * - `end`: nothing is left.
 *
 * @public
 */
export type NextMove =
  | { kind: 'run'; node: WorkflowNode }
  | { kind: 'continue'; node: WorkflowNode }
  | { kind: 'end'; status: 'COMPLETED' }
  | { kind: 'end'; status: 'FAILED'; nodeId: string };

/** @public */
export interface Plan {
  /** Nodes on untaken branches that are settled now, to be recorded as skipped. */
  skip: string[];
  next: NextMove;
}

/**
 * Decides what a run does next from its snapshot and its recorded steps. Pure,
 * so a run that is picked up by another worker goes on exactly as it would have.
 *
 * Nodes run one at a time in {@link executionOrder}. A node runs when all its
 * incoming edges are settled and at least one was taken; when none was, it is
 * skipped. The first failed action ends the run, unless that node says
 * `onError: continue`. The trigger is the start and has no step.
 *
 * @public
 */
export function planNext(
  graph: WorkflowGraph,
  steps: readonly PlannedStep[],
): Plan {
  const recorded = new Map(steps.map(step => [step.nodeId, step]));
  const skipped = new Set<string>();
  const incoming = edgesBy('target', graph.edges);
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));

  const settle = (edge: WorkflowEdge) => {
    const source = nodes.get(edge.source);
    return !source || skipped.has(edge.source)
      ? 'not taken'
      : settleEdge(edge, source, recorded.get(edge.source));
  };

  for (const node of executionOrder(graph)) {
    const step = recorded.get(node.id);
    if (
      node.type === 'trigger' ||
      step?.state === 'completed' ||
      step?.state === 'skipped'
    ) {
      continue;
    }
    if (step?.state === 'failed') {
      if (continuesOnError(node)) {
        continue;
      }
      return {
        skip: [...skipped],
        next: { kind: 'end', status: 'FAILED', nodeId: node.id },
      };
    }
    if (step) {
      return { skip: [...skipped], next: { kind: 'continue', node } };
    }
    // In topological order every source before this node is settled by now.
    if ((incoming.get(node.id) ?? []).map(settle).includes('taken')) {
      return { skip: [...skipped], next: { kind: 'run', node } };
    }
    skipped.add(node.id);
  }
  return { skip: [...skipped], next: { kind: 'end', status: 'COMPLETED' } };
}
