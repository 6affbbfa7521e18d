import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { nextNodeId } from '../ids';
import { type NodeTemplate, kindOf } from '../nodeTemplate';
import { freePosition } from './freePosition';

/** Adds a node that is connected to nothing: at a place, below another, or below all. */
export function addNode(
  definition: WorkflowDefinition,
  options: {
    template: NodeTemplate;
    position?: { x: number; y: number };
    below?: string;
    /** To the right of the place below, which the true way takes. */
    aside?: boolean;
  },
): { definition: WorkflowDefinition; nodeId: string } {
  const { template, position, below, aside } = options;
  const nodeId = nextNodeId(definition, kindOf(template));
  const node = {
    ...template,
    id: nodeId,
    position: freePosition(
      definition,
      position ? { at: position } : { below, aside },
    ),
  };
  return {
    definition: { ...definition, nodes: [...definition.nodes, node] },
    nodeId,
  };
}
