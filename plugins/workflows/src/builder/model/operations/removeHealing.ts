import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { connect } from './connect';
import { remove } from './remove';

/**
 * Removes nodes, notes and edges. Where a removed step led to one step only,
 * what led to it goes on to that one, so that deleting a step from a chain
 * leaves a chain.
 */
export function removeHealing(
  definition: WorkflowDefinition,
  ids: { nodes?: readonly string[]; edges?: readonly string[] },
): WorkflowDefinition {
  const open = remove(definition, { edges: ids.edges });
  return (ids.nodes ?? []).reduce(removeOne, open);
}

function removeOne(definition: WorkflowDefinition, nodeId: string) {
  const node = definition.nodes.find(({ id }) => id === nodeId);
  const removed = remove(definition, { nodes: [nodeId] });
  if (!node || removed === definition) {
    return removed;
  }
  const targets = new Set(
    definition.edges
      .filter(edge => edge.source === nodeId)
      .map(edge => edge.target),
  );
  if (targets.size !== 1) {
    return removed;
  }
  const [target] = targets;
  return definition.edges
    .filter(edge => edge.target === nodeId)
    .reduce(
      (healed, { source, sourceHandle }) =>
        connect(healed, { source, sourceHandle, target }),
      removed,
    );
}
