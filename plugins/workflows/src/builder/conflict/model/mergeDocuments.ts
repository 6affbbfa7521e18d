import type {
  WorkflowDefinition,
  WorkflowEdge,
  WorkflowNode,
  WorkflowNote,
} from 'backstage-plugin-workflows-common';
import type { BuilderDocument } from '../../model/document';
import { nextEdgeId } from '../../model/ids';
import type { Difference, Place, Side, WholeNode } from './Difference';

/** Whose value is taken: the one chosen, else that of the side which changed it. */
export function sideOf(
  { key, changedBy }: Difference,
  choices: ReadonlyMap<string, Side>,
): Side {
  return choices.get(key) ?? (changedBy === 'them' ? 'theirs' : 'mine');
}

/**
 * My document with theirs at every place where theirs is taken. Edges to a step
 * that is gone are left out. Pure.
 */
export function mergeDocuments(
  mine: BuilderDocument,
  differences: readonly Difference[],
  choices: ReadonlyMap<string, Side> = new Map(),
): BuilderDocument {
  const merged = differences
    .filter(difference => sideOf(difference, choices) === 'theirs')
    .reduce(
      (document, { place, theirs }) => put(document, place, theirs),
      mine,
    );
  return { ...merged, definition: sound(merged.definition) };
}

function put(
  document: BuilderDocument,
  place: Place,
  value: unknown,
): BuilderDocument {
  const { kind, id, path } = place;
  const { definition } = document;
  const to = (next: WorkflowDefinition) => ({ ...document, definition: next });
  switch (kind) {
    case 'workflow':
      return setIn(document, path, value);
    case 'edges':
      return to(putEdges(definition, id, path[0], value));
    case 'note':
      return to(putNote(definition, id, path, value));
    default:
      return to(
        path.length > 0
          ? {
              ...definition,
              nodes: definition.nodes.map(node =>
                node.id === id ? setIn(node, path, value) : node,
              ),
            }
          : putWhole(definition, id, value as WholeNode | undefined),
      );
  }
}

function putWhole(
  definition: WorkflowDefinition,
  id: string,
  whole: WholeNode | undefined,
): WorkflowDefinition {
  return {
    ...definition,
    nodes: replace<WorkflowNode>(definition.nodes, id, whole?.node),
    edges: [
      ...definition.edges.filter(({ source }) => source !== id),
      ...(whole?.edges ?? []),
    ],
  };
}

function putEdges(
  definition: WorkflowDefinition,
  id: string,
  wayOut: string | undefined,
  edges: unknown,
): WorkflowDefinition {
  return {
    ...definition,
    edges: [
      ...definition.edges.filter(
        ({ source, sourceHandle }) => source !== id || sourceHandle !== wayOut,
      ),
      ...((edges ?? []) as WorkflowEdge[]),
    ],
  };
}

function putNote(
  { notes: before = [], ...definition }: WorkflowDefinition,
  id: string,
  path: readonly string[],
  value: unknown,
): WorkflowDefinition {
  const own = before.find(note => note.id === id);
  const note = path.length > 0 && own ? setIn(own, path, value) : value;
  const notes = replace(before, id, note as WorkflowNote | undefined);
  return { ...definition, ...(notes.length > 0 && { notes }) };
}

/** No edge without both of its ends, no two with one id. */
function sound(definition: WorkflowDefinition): WorkflowDefinition {
  const ids = new Set(definition.nodes.map(({ id }) => id));
  const edges: WorkflowEdge[] = [];
  for (const edge of definition.edges) {
    if (ids.has(edge.source) && ids.has(edge.target)) {
      const isTaken = edges.some(({ id }) => id === edge.id);
      const id = isTaken ? nextEdgeId({ ...definition, edges }, edge) : edge.id;
      edges.push({ ...edge, id });
    }
  }
  return { ...definition, edges };
}

function replace<T extends { id: string }>(
  items: readonly T[],
  id: string,
  next: T | undefined,
): T[] {
  if (!next) {
    return items.filter(item => item.id !== id);
  }
  return items.some(item => item.id === id)
    ? items.map(item => (item.id === id ? next : item))
    : [...items, next];
}

/** A copy with the value at the path, or without that field when there is none. */
function setIn<T extends object>(
  target: T,
  [name, ...rest]: readonly string[],
  value: unknown,
): T {
  const { [name]: before, ...others } = target as Record<string, unknown>;
  const next =
    rest.length > 0 ? setIn((before ?? {}) as object, rest, value) : value;
  return (
    next === undefined ? others : { ...(target as object), [name]: next }
  ) as T;
}
