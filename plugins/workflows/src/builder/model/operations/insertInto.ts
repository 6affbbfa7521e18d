import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { NODE_HEIGHT, RANK_GAP } from '../geometry';
import { type NodeTemplate } from '../nodeTemplate';
import { canConnect } from '../canConnect';
import { waysOut } from '../waysOut';
import { addNode } from './addNode';
import { connect } from './connect';
import { makeRoom } from './makeRoom';
import { remove } from './remove';

/**
 * Splices a new node into an edge: it comes after the edge's source and goes on
 * to its target. What stands below makes room.
 */
export function insertNew(
  definition: WorkflowDefinition,
  edgeId: string,
  template: NodeTemplate,
  position?: { x: number; y: number },
): { definition: WorkflowDefinition; nodeId: string } | undefined {
  const ends = endsOf(definition, edgeId);
  if (!ends) {
    return undefined;
  }
  const { source, target } = ends;
  const place = position ?? {
    x:
      source.position.y + 2 * (NODE_HEIGHT + RANK_GAP) <= target.position.y
        ? target.position.x
        : source.position.x,
    y: source.position.y + NODE_HEIGHT + RANK_GAP,
  };
  const roomy = makeRoom(definition, target.id, place.y);
  const added = addNode(roomy, { template, position: place });
  return {
    nodeId: added.nodeId,
    definition: insertExisting(added.definition, edgeId, added.nodeId),
  };
}

/** Splices a node that is there into an edge; what is not allowed changes nothing. */
export function insertExisting(
  definition: WorkflowDefinition,
  edgeId: string,
  nodeId: string,
): WorkflowDefinition {
  const edge = definition.edges.find(({ id }) => id === edgeId);
  const node = definition.nodes.find(({ id }) => id === nodeId);
  if (!edge || !node || !canInsert(definition, edgeId, nodeId)) {
    return definition;
  }
  const open = remove(definition, { edges: [edgeId] });
  const before = connect(open, { ...edge, target: nodeId });
  const [sourceHandle] = waysOut(node);
  return connect(before, { source: nodeId, sourceHandle, target: edge.target });
}

/** Only a node that nothing leads to, and whose first way out is free, fits into an edge. */
export function canInsert(
  definition: WorkflowDefinition,
  edgeId: string,
  nodeId: string,
): boolean {
  const edge = definition.edges.find(({ id }) => id === edgeId);
  const node = definition.nodes.find(({ id }) => id === nodeId);
  if (!edge || !node || definition.edges.some(e => e.target === nodeId)) {
    return false;
  }
  const open = remove(definition, { edges: [edgeId] });
  const before = connect(open, { ...edge, target: nodeId });
  return (
    before !== open &&
    canConnect(before, {
      source: nodeId,
      sourceHandle: waysOut(node)[0],
      target: edge.target,
    })
  );
}

function endsOf({ nodes, edges }: WorkflowDefinition, edgeId: string) {
  const edge = edges.find(({ id }) => id === edgeId);
  const source = nodes.find(({ id }) => id === edge?.source);
  const target = nodes.find(({ id }) => id === edge?.target);
  return source && target && { source, target };
}
