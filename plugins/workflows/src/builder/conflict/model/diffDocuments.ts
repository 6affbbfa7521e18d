import type {
  WorkflowDefinition,
  WorkflowEdge,
} from 'backstage-plugin-workflows-common';
import type { BuilderDocument } from '../../model/document';
import { kindOf } from '../../model/nodeTemplate';
import type { ChangedBy, Difference, Place, WholeNode } from './Difference';
import {
  type Fields,
  edgeFields,
  nodeFields,
  noteFields,
  workflowFields,
} from './fieldsOf';
import { sameJson } from './sameJson';

interface Three<T> {
  base: T;
  mine: T;
  theirs: T;
}

/**
 * Where two documents that began as the same one differ, and who changed it: by
 * node, by way out, and by field. What both changed alike is no difference, nor
 * is the order of nodes and edges. Pure.
 */
export function diffDocuments(
  base: BuilderDocument,
  mine: BuilderDocument,
  theirs: BuilderDocument,
): Difference[] {
  const all = { base, mine, theirs };
  const definitions = each(all, ({ definition }) => definition);
  return [
    ...diffWorkflow(all),
    ...diffNodes(definitions),
    ...diffNotes(definitions),
  ];
}

function diffWorkflow(all: Three<BuilderDocument>): Difference[] {
  const types = each(all, ({ definition }) => definition.trigger.type);
  const wholeTrigger = !isOne(types);
  return diffFields(
    { kind: 'workflow', id: '' },
    each(all, document => workflowFields(document, wholeTrigger)),
  );
}

function diffNodes(all: Three<WorkflowDefinition>): Difference[] {
  const nodes = each(all, definition => byId(definition.nodes));
  return idsOf(nodes).flatMap(id => {
    const own = each(nodes, map => map.get(id));
    const { base, mine, theirs } = own;
    if (!base || !mine || !theirs || !isOne(each(own, node => node?.type))) {
      return diffWholeNode(id, all);
    }
    const three = { base, mine, theirs };
    const wholeData = !isOne(each(three, kindOf));
    return [
      ...diffFields(
        { kind: 'node', id },
        each(three, node => nodeFields(node, wholeData)),
      ),
      ...diffFields(
        { kind: 'edges', id },
        each(all, definition => edgeFields(definition, id)),
        sameTargets,
      ),
    ];
  });
}

/** A node that one of the three lacks: it comes and goes with what leaves it. */
function diffWholeNode(
  id: string,
  all: Three<WorkflowDefinition>,
): Difference[] {
  const whole = each(all, definition => wholeNode(definition, id));
  const changed: Record<'mine' | 'theirs', boolean> = {
    mine: isChanged(id, all.base, all.mine),
    theirs: isChanged(id, all.base, all.theirs),
  };
  return difference({ kind: 'node', id, path: [] }, whole, sameWhole, changed);
}

function diffNotes(all: Three<WorkflowDefinition>): Difference[] {
  const notes = each(all, definition => byId(definition.notes ?? []));
  return idsOf(notes).flatMap(id => {
    const { base, mine, theirs } = each(notes, map => map.get(id));
    return base && mine && theirs
      ? diffFields(
          { kind: 'note', id },
          each({ base, mine, theirs }, noteFields),
        )
      : difference({ kind: 'note', id, path: [] }, { base, mine, theirs });
  });
}

function diffFields(
  of: Pick<Place, 'kind' | 'id'>,
  fields: Three<Fields>,
  same = sameJson,
): Difference[] {
  return idsOf(fields).flatMap(name => {
    const own = each(fields, map => map.get(name));
    const { path } = (own.mine ?? own.theirs ?? own.base)!;
    return difference(
      { ...of, path },
      each(own, field => field?.value),
      same,
    );
  });
}

function difference(
  place: Place,
  { base, mine, theirs }: Three<unknown>,
  same: (a: unknown, b: unknown) => boolean = sameJson,
  changed = { mine: !same(base, mine), theirs: !same(base, theirs) },
): Difference[] {
  if (same(mine, theirs)) {
    return [];
  }
  const one: ChangedBy = changed.mine ? 'me' : 'them';
  const changedBy = changed.mine && changed.theirs ? 'both' : one;
  const { kind, id, path } = place;
  const key = [kind, id, ...path].join(' ');
  return [{ key, place, changedBy, base, mine, theirs }];
}

/**
 * Whether a side changed a node: added, removed, edited it, or led something
 * else to it. Who removes it would undo that, so the other has a say.
 */
function isChanged(
  id: string,
  base: WorkflowDefinition,
  side: WorkflowDefinition,
): boolean {
  const before = wholeNode(base, id);
  const after = wholeNode(side, id);
  return !before || !after
    ? before !== after
    : !sameWhole(before, after) || entries(side, id) > entries(base, id);
}

/** How many edges lead to a node. */
function entries({ edges }: WorkflowDefinition, id: string): number {
  return edges.filter(({ target }) => target === id).length;
}

function wholeNode(
  { nodes, edges }: WorkflowDefinition,
  id: string,
): WholeNode | undefined {
  const node = nodes.find(candidate => candidate.id === id);
  return node && { node, edges: edges.filter(({ source }) => source === id) };
}

function sameWhole(a: unknown, b: unknown): boolean {
  if (!a || !b) {
    return a === b;
  }
  const [left, right] = [a as WholeNode, b as WholeNode];
  return (
    left.node.type === right.node.type &&
    sameJson(left.node.data, right.node.data) &&
    sameTargets(left.edges, right.edges)
  );
}

function sameTargets(a: unknown, b: unknown): boolean {
  const targets = (edges: unknown) =>
    ((edges ?? []) as WorkflowEdge[])
      .map(({ sourceHandle = '', target }) => `${sourceHandle}>${target}`)
      .sort();
  return sameJson(targets(a), targets(b));
}

function each<T, U>(all: Three<T>, make: (of: T) => U): Three<U> {
  return {
    base: make(all.base),
    mine: make(all.mine),
    theirs: make(all.theirs),
  };
}

function isOne({ base, mine, theirs }: Three<unknown>): boolean {
  return base === mine && mine === theirs;
}

function idsOf({ base, mine, theirs }: Three<Map<string, unknown>>): string[] {
  return [...new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])];
}

function byId<T extends { id: string }>(items: readonly T[]) {
  return new Map(items.map(item => [item.id, item]));
}
