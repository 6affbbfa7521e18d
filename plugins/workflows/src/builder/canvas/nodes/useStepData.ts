import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import { useBuilder } from '../../context/BuilderContext';

type Nodes = readonly WorkflowNode[];

// Looked up by every node of the canvas at every edit.
const known = new WeakMap<Nodes, ReadonlyMap<string, WorkflowNode>>();

function byId(nodes: Nodes) {
  const map = known.get(nodes) ?? new Map(nodes.map(node => [node.id, node]));
  known.set(nodes, map);
  return map;
}

/**
 * What is set in a step at this moment. React Flow's copy of it comes later,
 * when typing pauses: see `useFlow`.
 */
export function useStepData(
  id: string,
  shown: WorkflowNode['data'],
): WorkflowNode['data'] {
  return useBuilder(
    ({ document }) => byId(document.definition.nodes).get(id)?.data ?? shown,
  );
}
