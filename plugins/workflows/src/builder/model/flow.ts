import type { Edge, Node } from '@xyflow/react';
import type {
  WorkflowDefinition,
  WorkflowEdge,
  WorkflowNode,
  WorkflowNote,
} from 'backstage-plugin-workflows-common';
import { NODE_HEIGHT, NODE_WIDTH } from './geometry';
import { handlesOf } from './handles';

/** A step or a note as React Flow holds it: ours, and beside it what is only of the view. */
export type StepFlowNode = Node<WorkflowNode['data'], WorkflowNode['type']>;
export type NoteFlowNode = Node<WorkflowNote, 'note'>;
export type FlowNode = StepFlowNode | NoteFlowNode;
export type FlowEdge = Edge;
export interface Flow {
  nodes: FlowNode[];
  edges: FlowEdge[];
}

/** What the canvas draws for a definition. */
export function toFlow({ nodes, edges, notes = [] }: WorkflowDefinition): Flow {
  return {
    nodes: [...notes.map(toFlowNote), ...nodes.map(toFlowNode)],
    edges: edges.map(toFlowEdge),
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
  const steps = byId(base.nodes);
  const before = byId(base.notes ?? []);
  const notes = flow.nodes.filter(isNote).map(note => {
    const same = before.get(note.id);
    return same && showsNote(note, same) ? same : fromFlowNote(note);
  });
  const { notes: _, ...rest } = base;
  return {
    ...rest,
    nodes: flow.nodes.filter(isStep).map(node => {
      const same = steps.get(node.id);
      return same && shows(node, same) ? same : fromFlowNode(node);
    }),
    edges: flow.edges.map(fromFlowEdge),
    ...((base.notes || notes.length > 0) && { notes }),
  };
}

/** What the canvas already holds, brought up to date; what did not change stays the same object. */
export function refreshFlow(
  previous: Flow,
  definition: WorkflowDefinition,
  selection: readonly string[],
): Flow {
  const shownNodes = byId(previous.nodes);
  const shownEdges = byId(previous.edges);
  const chosen = new Set(selection);
  const keep = (next: FlowNode, isShown: boolean): FlowNode => {
    const shown = shownNodes.get(next.id);
    const selected = chosen.has(next.id);
    return shown && isShown && (shown.selected ?? false) === selected
      ? shown
      : ({ ...shown, ...next, selected } as FlowNode);
  };
  const next: Flow = {
    nodes: [
      ...(definition.notes ?? []).map(note => {
        const shown = shownNodes.get(note.id);
        return keep(
          toFlowNote(note),
          shown !== undefined && isNote(shown) && showsNote(shown, note),
        );
      }),
      ...definition.nodes.map(node => {
        const shown = shownNodes.get(node.id);
        return keep(
          toFlowNode(node),
          shown !== undefined && isStep(shown) && shows(shown, node),
        );
      }),
    ],
    edges: definition.edges.map(edge => {
      const shown = shownEdges.get(edge.id);
      return shown &&
        shown.source === edge.source &&
        shown.target === edge.target &&
        shown.sourceHandle === edge.sourceHandle
        ? shown
        : { ...shown, ...toFlowEdge(edge) };
    }),
  };
  const nodes = isSame(next.nodes, previous.nodes)
    ? previous.nodes
    : next.nodes;
  const edges = isSame(next.edges, previous.edges)
    ? previous.edges
    : next.edges;
  return nodes === previous.nodes && edges === previous.edges
    ? previous
    : { nodes, edges };
}

/**
 * Whether two definitions differ at most in what is set in their steps: the same
 * steps and notes at the same places, connected in the same way.
 */
export function isSameDrawing(a: WorkflowDefinition, b: WorkflowDefinition) {
  return (
    a.edges === b.edges &&
    a.notes === b.notes &&
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, index) => {
      const other = b.nodes[index];
      return (
        node === other ||
        (node.id === other.id &&
          node.type === other.type &&
          node.position === other.position)
      );
    })
  );
}

function isSame<T>(a: readonly T[], b: readonly T[]) {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

export function isNote(node: FlowNode): node is NoteFlowNode {
  return node.type === 'note';
}

function isStep(node: FlowNode): node is StepFlowNode {
  return !isNote(node);
}

/** Whether a node on the canvas is up to date with the definition's. */
function shows(flowNode: StepFlowNode, node: WorkflowNode) {
  return flowNode.data === node.data && isAt(flowNode, node);
}

function showsNote(flowNode: NoteFlowNode, note: WorkflowNote) {
  return (
    flowNode.data === note &&
    isAt(flowNode, note) &&
    flowNode.width === note.size.width &&
    flowNode.height === note.size.height
  );
}

function isAt(a: Pick<FlowNode, 'position'>, b: Pick<FlowNode, 'position'>) {
  return a.position.x === b.position.x && a.position.y === b.position.y;
}

/** The inspector and the outline tell of connections in words. */
const EDGE_VIEW = {
  focusable: false,
  domAttributes: { 'aria-hidden': true },
} as const;

function toFlowEdge(edge: WorkflowEdge): FlowEdge {
  return { ...edge, ...EDGE_VIEW };
}

// One stop of the Tab key for all of them: arrows lead from one to the other.
const STEP_VIEW = {
  width: NODE_WIDTH,
  height: NODE_HEIGHT,
  // As it will be measured: else React Flow goes over all nodes once more.
  measured: { width: NODE_WIDTH, height: NODE_HEIGHT },
  focusable: false,
  ariaRole: 'group',
} as const;

function toFlowNode(node: WorkflowNode): StepFlowNode {
  const { id, type, position, data } = node;
  return {
    id,
    type,
    position,
    data,
    ...STEP_VIEW,
    handles: handlesOf(type),
    domAttributes: domAttributes(id),
  };
}

function toFlowNote(note: WorkflowNote): NoteFlowNode {
  const { id, position, size } = note;
  return {
    id,
    type: 'note',
    position,
    data: note,
    ...STEP_VIEW,
    ...size,
    measured: size,
    // Behind every step.
    zIndex: -1,
    domAttributes: domAttributes(id),
  };
}

/** The id of the element whose text is the accessible name of a node. */
export function nodeNameId(id: string) {
  return `workflow-node-name-${id}`;
}

/** The id of the element that says how many problems a node has. */
export function nodeProblemsId(id: string) {
  return `workflow-node-problems-${id}`;
}

/** The id of the element that says what became of a node in a test or a run. */
export function nodePathId(id: string) {
  return `workflow-node-path-${id}`;
}

function domAttributes(id: string) {
  return {
    tabIndex: -1,
    'aria-roledescription': undefined,
    'aria-labelledby': [nodeNameId, nodePathId, nodeProblemsId]
      .map(idOf => idOf(id))
      .join(' '),
  };
}

function fromFlowNode({ id, type, position, data }: StepFlowNode) {
  const { x, y } = position;
  return { id, type, position: { x, y }, data } as WorkflowNode;
}

function fromFlowNote({
  position: { x, y },
  data,
  width,
  height,
}: NoteFlowNode): WorkflowNote {
  const { size } = data;
  return {
    ...data,
    position: { x, y },
    size: { width: width ?? size.width, height: height ?? size.height },
  };
}

function fromFlowEdge({ id, source, target, sourceHandle }: FlowEdge) {
  return {
    id,
    source,
    target,
    ...(sourceHandle && { sourceHandle }),
  } as WorkflowEdge;
}

function byId<T extends { id: string }>(items: readonly T[]) {
  return new Map(items.map(item => [item.id, item]));
}
