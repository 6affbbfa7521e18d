import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { type Connection, canConnect } from '../canConnect';
import { edgeBy } from '../waysOut';
import { connect } from './connect';
import { remove } from './remove';

/** Leads a way out to another node, or nowhere. An edge that is there gives way. */
export function setWayOut(
  definition: WorkflowDefinition,
  {
    source,
    sourceHandle,
    target,
  }: Omit<Connection, 'target'> & { target?: string },
): WorkflowDefinition {
  const present = edgeBy(definition, source, sourceHandle);
  if (present?.target === target) {
    return definition;
  }
  const open = present
    ? remove(definition, { edges: [present.id] })
    : definition;
  return target === undefined
    ? open
    : connect(open, { source, sourceHandle, target });
}

/** The nodes that a way out could lead to, the present one included. */
export function targetsOf(
  definition: WorkflowDefinition,
  { source, sourceHandle }: Omit<Connection, 'target'>,
) {
  const present = edgeBy(definition, source, sourceHandle);
  const open = present
    ? remove(definition, { edges: [present.id] })
    : definition;
  return definition.nodes.filter(node =>
    canConnect(open, { source, sourceHandle, target: node.id }),
  );
}
