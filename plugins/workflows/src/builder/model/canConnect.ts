import {
  reachableFrom,
  type WorkflowDefinition,
} from 'backstage-plugin-workflows-common';
import { edgeBy, type WayOut, waysOut } from './waysOut';

export interface Connection {
  source: string;
  target: string;
  sourceHandle?: WayOut;
}

export type ConnectionRefusal =
  | 'unknown'
  | 'self'
  | 'intoTrigger'
  | 'wayOut'
  | 'taken'
  | 'cycle';

/**
 * Why a connection cannot be made, or `undefined` when it can. The rules are
 * those of `validateDefinition`, asked before the edge is there.
 */
export function refusalOf(
  definition: WorkflowDefinition,
  { source, target, sourceHandle }: Connection,
): ConnectionRefusal | undefined {
  const from = definition.nodes.find(node => node.id === source);
  const to = definition.nodes.find(node => node.id === target);
  if (!from || !to) {
    return 'unknown';
  }
  if (source === target) {
    return 'self';
  }
  if (to.type === 'trigger') {
    return 'intoTrigger';
  }
  if (!waysOut(from).includes(sourceHandle)) {
    return 'wayOut';
  }
  if (edgeBy(definition, source, sourceHandle)) {
    return 'taken';
  }
  return reachableFrom(target, definition.edges).has(source)
    ? 'cycle'
    : undefined;
}

export function canConnect(
  definition: WorkflowDefinition,
  connection: Connection,
): boolean {
  return refusalOf(definition, connection) === undefined;
}
