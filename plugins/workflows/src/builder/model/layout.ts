import { Graph, layout as runDagre } from '@dagrejs/dagre';
import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { NODE_GAP, NODE_HEIGHT, NODE_WIDTH, RANK_GAP, snap } from './geometry';
import { move } from './operations/move';

/** Arranges the nodes from top to bottom in the order in which they can run. */
export function layout(definition: WorkflowDefinition): WorkflowDefinition {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', ranksep: RANK_GAP, nodesep: NODE_GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of definition.nodes) {
    graph.setNode(node.id, { width: NODE_WIDTH, height: NODE_HEIGHT });
  }
  // dagre keeps the order in which it hears of edges: the true way stands left.
  const edges = [...definition.edges].sort(
    (a, b) =>
      Number(a.sourceHandle === 'false') - Number(b.sourceHandle === 'false'),
  );
  for (const edge of edges) {
    graph.setEdge(edge.source, edge.target);
  }
  runDagre(graph, { constraints: trueWaysLeft(definition) });
  return move(
    definition,
    new Map(
      definition.nodes.map(({ id }) => {
        const { x, y } = graph.node(id);
        return [id, { x: corner(x, NODE_WIDTH), y: corner(y, NODE_HEIGHT) }];
      }),
    ),
  );
}

/**
 * The true way stands left of the false way, as on the node, or their lines would
 * lie on one another. Two conditions may want the opposite of the same steps, and
 * dagre loses steps that stand left of themselves: then the first one has its way.
 */
function trueWaysLeft({ edges }: WorkflowDefinition) {
  const chosen: Array<{ left: string; right: string }> = [];
  const isLeftOf = (left: string, right: string): boolean =>
    left === right ||
    chosen.some(pair => pair.left === left && isLeftOf(pair.right, right));
  for (const { source, sourceHandle, target: left } of edges) {
    const right = edges.find(
      edge => edge.source === source && edge.sourceHandle === 'false',
    )?.target;
    if (sourceHandle === 'true' && right && !isLeftOf(right, left)) {
      chosen.push({ left, right });
    }
  }
  return chosen;
}

/** dagre gives centres; the canvas wants top left corners on the grid. */
function corner(centre: number, size: number) {
  return snap(centre - size / 2);
}
