import type {
  WorkflowDefinition,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { nextNodeId } from '../../model/ids';
import { kindOf } from '../../model/nodeTemplate';
import { renameSteps } from '../../model/renameSteps';
import { sameJson } from './sameJson';

/**
 * My definition, in which steps and notes that I added have other ids than those
 * that they added: ids are numbered, so two people who add a webhook both call
 * it `webhook_1`, and mean two steps. What both added alike stays one.
 */
export function separateIds(
  base: WorkflowDefinition,
  mine: WorkflowDefinition,
  theirs: WorkflowDefinition,
): WorkflowDefinition {
  const known = new Set([...base.nodes, ...(base.notes ?? [])].map(idOf));
  const others = new Map(
    [...theirs.nodes, ...(theirs.notes ?? [])].map(item => [item.id, item]),
  );
  const isSecond = <T extends { id: string }>(item: T) =>
    !known.has(item.id) &&
    others.has(item.id) &&
    !sameJson(item, others.get(item.id));

  // Ids that either of us uses are taken.
  let taken: WorkflowDefinition = {
    ...mine,
    nodes: [...mine.nodes, ...theirs.nodes],
    notes: [...(mine.notes ?? []), ...(theirs.notes ?? [])],
  };
  const renamed = new Map<string, string>();
  const rename = (id: string, kind: string, like: WorkflowNode) => {
    const next = nextNodeId(taken, kind);
    renamed.set(id, next);
    taken = { ...taken, nodes: [...taken.nodes, { ...like, id: next }] };
  };
  for (const node of mine.nodes.filter(isSecond)) {
    rename(node.id, kindOf(node), node);
  }
  for (const note of (mine.notes ?? []).filter(isSecond)) {
    rename(note.id, 'note', mine.nodes[0]);
  }
  return renamed.size > 0 ? withIds(mine, renamed) : mine;
}

function withIds(
  definition: WorkflowDefinition,
  ids: ReadonlyMap<string, string>,
): WorkflowDefinition {
  const idFor = (id: string) => ids.get(id) ?? id;
  return {
    ...definition,
    nodes: definition.nodes.map(
      node =>
        ({
          ...node,
          id: idFor(node.id),
          data: renameSteps(node.data, ids),
        } as WorkflowNode),
    ),
    edges: definition.edges.map(edge => ({
      ...edge,
      source: idFor(edge.source),
      target: idFor(edge.target),
    })),
    ...(definition.notes && {
      notes: definition.notes.map(note => ({ ...note, id: idFor(note.id) })),
    }),
  };
}

function idOf({ id }: { id: string }) {
  return id;
}
