import type {
  WorkflowDefinition,
  WorkflowEdge,
  WorkflowNode,
  WorkflowNote,
} from 'backstage-plugin-workflows-common';
import { NODE_GAP, boundsOf, boxOf, overlap, snap } from './geometry';
import { nextNodeId } from './ids';
import { kindOf } from './nodeTemplate';
import { connect } from './operations/connect';
import { renameSteps } from './renameSteps';

/** Steps and notes, and the edges among them, on their way elsewhere. */
export interface Clip {
  nodes: WorkflowNode[];
  edges: WorkflowEdge[];
  notes: WorkflowNote[];
}

/** What is copied of a definition. The trigger stays: each workflow has one. */
export function clipOf(
  definition: WorkflowDefinition,
  ids: readonly string[],
): Clip | undefined {
  const chosen = new Set(ids);
  const nodes = definition.nodes.filter(
    ({ id, type }) => type !== 'trigger' && chosen.has(id),
  );
  const notes = (definition.notes ?? []).filter(({ id }) => chosen.has(id));
  const inside = new Set(nodes.map(({ id }) => id));
  const edges = definition.edges.filter(
    ({ source, target }) => inside.has(source) && inside.has(target),
  );
  return nodes.length + notes.length > 0 ? { nodes, edges, notes } : undefined;
}

/**
 * Adds what was copied, under ids of its own, with its upper left corner at a
 * place, or else beside where it was. Templates among the copied steps that
 * name one another name the copies.
 */
export function paste(
  definition: WorkflowDefinition,
  clip: Clip,
  at?: { x: number; y: number },
): { definition: WorkflowDefinition; ids: string[] } {
  const by = shift(definition, clip, at);
  const placed = ({ position }: { position: { x: number; y: number } }) => ({
    x: position.x + by.x,
    y: position.y + by.y,
  });
  const renamed = new Map<string, string>();
  let result = definition;
  for (const node of clip.nodes) {
    const id = nextNodeId(result, kindOf(node));
    renamed.set(node.id, id);
    const copy = { ...node, id, position: placed(node) } as WorkflowNode;
    result = { ...result, nodes: [...result.nodes, copy] };
  }
  const copies = new Set(renamed.values());
  result = {
    ...result,
    nodes: result.nodes.map(node =>
      copies.has(node.id)
        ? ({ ...node, data: renameSteps(node.data, renamed) } as WorkflowNode)
        : node,
    ),
  };
  for (const note of clip.notes) {
    const id = nextNodeId(result, 'note');
    renamed.set(note.id, id);
    const copy = { ...note, id, position: placed(note) };
    result = { ...result, notes: [...(result.notes ?? []), copy] };
  }
  for (const { source, target, sourceHandle } of clip.edges) {
    result = connect(result, {
      source: renamed.get(source)!,
      target: renamed.get(target)!,
      sourceHandle,
    });
  }
  return { definition: result, ids: [...renamed.values()] };
}

/** How far the copies move: to the place, or to the right until they hide nothing. */
function shift(
  definition: WorkflowDefinition,
  { nodes, notes }: Clip,
  at?: { x: number; y: number },
) {
  const copies = [...nodes, ...notes].map(boxOf);
  if (at) {
    const { x: left, y: top } = boundsOf(copies);
    return { x: snap(at.x - left), y: snap(at.y - top) };
  }
  const present = [...definition.nodes, ...(definition.notes ?? [])].map(boxOf);
  const hides = (x: number) =>
    copies.some(copy =>
      present.some(other => overlap({ ...copy, x: copy.x + x }, other)),
    );
  let x = 0;
  while (hides(x)) {
    x += NODE_GAP / 2;
  }
  return { x, y: 0 };
}
