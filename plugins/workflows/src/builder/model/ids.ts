import type {
  WorkflowDefinition,
  WorkflowEdge,
} from 'backstage-plugin-workflows-common';

/**
 * An id that no node and no note has. It is readable, because templates name steps by it,
 * and without a hyphen, which a template would read as a minus.
 */
export function nextNodeId(definition: WorkflowDefinition, kind: string) {
  const { nodes, notes = [] } = definition;
  const taken = new Set([...nodes, ...notes].map(({ id }) => id));
  const base = kind.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 56);
  return firstFree(taken, number => `${base}_${number}`);
}

export function nextEdgeId(
  definition: WorkflowDefinition,
  edge: Omit<WorkflowEdge, 'id'>,
) {
  const taken = new Set(definition.edges.map(({ id }) => id));
  const base = `${edge.source}:${edge.sourceHandle ?? 'next'}>${edge.target}`;
  return taken.has(base)
    ? firstFree(taken, number => `${base}#${number}`)
    : base;
}

function firstFree(taken: Set<string>, name: (number: number) => string) {
  let number = 1;
  while (taken.has(name(number))) {
    number++;
  }
  return name(number);
}
