import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { type Connection, canConnect } from '../canConnect';
import { nextEdgeId } from '../ids';

/** Adds an edge; what is not allowed changes nothing. */
export function connect(
  definition: WorkflowDefinition,
  { source, target, sourceHandle }: Connection,
): WorkflowDefinition {
  if (!canConnect(definition, { source, target, sourceHandle })) {
    return definition;
  }
  const edge = { source, target, ...(sourceHandle && { sourceHandle }) };
  const id = nextEdgeId(definition, edge);
  return { ...definition, edges: [...definition.edges, { id, ...edge }] };
}
