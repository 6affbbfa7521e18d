import type { WorkflowDefinition, WorkflowEdge, WorkflowNode } from './schema';

/**
 * The parts of a definition that make its graph. The functions here take any
 * graph, also one that breaks the rules: an edge from or to a node that is not
 * there counts for nothing.
 *
 * @public
 */
export type WorkflowGraph = Pick<WorkflowDefinition, 'nodes' | 'edges'>;

/**
 * Edges by the node that they enter, or leave.
 *
 * @public
 */
export function edgesBy(
  end: 'source' | 'target',
  edges: readonly WorkflowEdge[],
): Map<string, WorkflowEdge[]> {
  const byNode = new Map<string, WorkflowEdge[]>();
  for (const edge of edges) {
    const list = byNode.get(edge[end]);
    if (list) {
      list.push(edge);
    } else {
      byNode.set(edge[end], [edge]);
    }
  }
  return byNode;
}

/**
 * The order in which nodes run: topological, ties broken by the node's place in
 * the definition, so that the same definition always runs in the same order.
 * Nodes on a cycle, or behind one, are left out.
 *
 * @public
 */
export function executionOrder(graph: WorkflowGraph): WorkflowNode[] {
  const edges = connectedEdges(graph);
  const outgoing = edgesBy('source', edges);
  const open = new Map(graph.nodes.map(node => [node.id, 0]));
  for (const edge of edges) {
    open.set(edge.target, (open.get(edge.target) ?? 0) + 1);
  }
  const place = new Map(graph.nodes.map((node, index) => [node.id, index]));
  const ready = graph.nodes.filter(node => open.get(node.id) === 0);
  const order: WorkflowNode[] = [];
  while (ready.length > 0) {
    ready.sort((a, b) => place.get(a.id)! - place.get(b.id)!);
    const node = ready.shift()!;
    order.push(node);
    for (const edge of outgoing.get(node.id) ?? []) {
      const left = open.get(edge.target)! - 1;
      open.set(edge.target, left);
      const index = place.get(edge.target);
      if (left === 0 && index !== undefined) {
        ready.push(graph.nodes[index]);
      }
    }
  }
  return order;
}

/**
 * One cycle as the ids along it, the first one repeated at the end, or
 * `undefined` when there is none.
 *
 * @public
 */
export function findCycle(graph: WorkflowGraph): string[] | undefined {
  const ordered = new Set(executionOrder(graph).map(node => node.id));
  const stuck = graph.nodes.filter(node => !ordered.has(node.id));
  if (stuck.length === 0) {
    return undefined;
  }
  // Every stuck node has a stuck predecessor, so walking back must meet itself.
  const incoming = edgesBy('target', connectedEdges(graph));
  const path: string[] = [];
  let at: string = stuck[0].id;
  while (!path.includes(at)) {
    path.push(at);
    at = incoming.get(at)!.find(edge => !ordered.has(edge.source))!.source;
  }
  return [at, ...path.slice(path.indexOf(at)).reverse()];
}

function connectedEdges({ nodes, edges }: WorkflowGraph): WorkflowEdge[] {
  const ids = new Set(nodes.map(node => node.id));
  return edges.filter(edge => ids.has(edge.source) && ids.has(edge.target));
}

/**
 * The ids of all nodes that can be reached from a node along the edges, itself
 * not included.
 *
 * @public
 */
export function reachableFrom(
  nodeId: string,
  edges: readonly WorkflowEdge[],
  direction: 'downstream' | 'upstream' = 'downstream',
): Set<string> {
  const [from, to] =
    direction === 'downstream'
      ? (['source', 'target'] as const)
      : (['target', 'source'] as const);
  const byNode = edgesBy(from, edges);
  const reached = new Set<string>();
  const queue = [nodeId];
  while (queue.length > 0) {
    for (const edge of byNode.get(queue.pop()!) ?? []) {
      if (!reached.has(edge[to])) {
        reached.add(edge[to]);
        queue.push(edge[to]);
      }
    }
  }
  return reached;
}
