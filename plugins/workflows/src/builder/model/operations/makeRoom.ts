import {
  type WorkflowDefinition,
  reachableFrom,
} from 'backstage-plugin-workflows-common';
import { NODE_HEIGHT, RANK_GAP } from '../geometry';
import { moveBy } from './move';

/** Moves a node, and all that follows on it, down until another fits in above it. */
export function makeRoom(
  definition: WorkflowDefinition,
  nodeId: string,
  top: number,
): WorkflowDefinition {
  const node = definition.nodes.find(({ id }) => id === nodeId);
  const missing = node ? top + NODE_HEIGHT + RANK_GAP - node.position.y : 0;
  if (missing <= 0) {
    return definition;
  }
  const below = reachableFrom(nodeId, definition.edges);
  return moveBy(definition, [nodeId, ...below], { x: 0, y: missing });
}
