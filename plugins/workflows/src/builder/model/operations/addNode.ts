import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { nextNodeId } from '../ids';
import { type NodeTemplate, kindOf } from '../nodeTemplate';
import { waysOut } from '../waysOut';
import { connect } from './connect';
import { freePosition } from './freePosition';

/**
 * Adds a node at a place, or below another node. A node that is added below
 * another follows on its first free way out, if there is one.
 */
export function addNode(
  definition: WorkflowDefinition,
  options: {
    template: NodeTemplate;
    position?: { x: number; y: number };
    after?: string;
  },
): { definition: WorkflowDefinition; nodeId: string } {
  const { template, position, after } = options;
  const nodeId = nextNodeId(definition, kindOf(template));
  const node = {
    ...template,
    id: nodeId,
    position: freePosition(definition, position ? { at: position } : { after }),
  };
  const added = { ...definition, nodes: [...definition.nodes, node] };
  const source = definition.nodes.find(({ id }) => id === after);
  if (!source) {
    return { definition: added, nodeId };
  }
  // The first connection that is allowed wins; the others are then refused.
  const connected = waysOut(source)
    .map(sourceHandle =>
      connect(added, { source: source.id, target: nodeId, sourceHandle }),
    )
    .find(next => next !== added);
  return { definition: connected ?? added, nodeId };
}
