import {
  type ExecutionStatus,
  type ExecutionStep,
  type StepState,
  type WorkflowDefinition,
  type WorkflowEdge,
  type WorkflowNode,
  executionOrder,
  isFinished,
} from 'backstage-plugin-workflows-common';

/**
 * What became of a node. Beside the recorded states: `fired` is the trigger of
 * any run; `pending` may still run; `not_reached` will not, as the run has ended.
 */
export type RunNodeState = StepState | 'fired' | 'pending' | 'not_reached';

/** What is known of a step at least, be it of a run or of a test. */
export type StepOnPath = Pick<ExecutionStep, 'nodeId' | 'state' | 'branch'>;

export interface RunNode<Step extends StepOnPath = ExecutionStep> {
  node: WorkflowNode;
  state: RunNodeState;
  step?: Step;
}

export interface RunEdge {
  edge: WorkflowEdge;
  /** Whether the run went along it. */
  taken: boolean;
}

/** A run laid over the definition that it ran. */
export interface RunView<Step extends StepOnPath = ExecutionStep> {
  /** In the order in which nodes run. */
  nodes: RunNode<Step>[];
  edges: RunEdge[];
}

/**
 * Lays what is recorded of a run over its frozen definition, for any view of
 * it: the timeline takes the nodes in order, a canvas their states by id and
 * the edges.
 */
export function toRunView<Step extends StepOnPath>(detail: {
  definition: WorkflowDefinition;
  status: ExecutionStatus;
  steps: readonly Step[];
}): RunView<Step> {
  const { definition } = detail;
  const steps = new Map(detail.steps.map(step => [step.nodeId, step]));
  const ordered = executionOrder(definition);
  // A definition that was refused may hold a cycle: its nodes come last.
  const rest = definition.nodes.filter(node => !ordered.includes(node));
  const unrecorded = isFinished(detail.status) ? 'not_reached' : 'pending';

  const nodes = [...ordered, ...rest].map((node): RunNode<Step> => {
    const step = steps.get(node.id);
    const state = node.type === 'trigger' ? 'fired' : step?.state ?? unrecorded;
    return { node, state, ...(step && { step }) };
  });
  const byId = new Map(nodes.map(runNode => [runNode.node.id, runNode]));
  const edges = definition.edges.map(edge => ({
    edge,
    taken: isTaken(edge, byId.get(edge.source), byId.get(edge.target)),
  }));
  return { nodes, edges };
}

function isTaken(
  edge: WorkflowEdge,
  source?: RunNode<StepOnPath>,
  target?: RunNode<StepOnPath>,
) {
  if (!source || !target || !hasStarted(target)) {
    return false;
  }
  return source.node.type === 'condition'
    ? source.step?.branch === edge.sourceHandle && source.state === 'completed'
    : source.state === 'fired' || hasEnded(source);
}

function hasStarted({ state }: Pick<RunNode, 'state'>): boolean {
  return !['pending', 'not_reached', 'skipped'].includes(state);
}

function hasEnded({ state }: Pick<RunNode, 'state'>): boolean {
  return state === 'completed' || state === 'failed';
}
