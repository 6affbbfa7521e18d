import type { JsonValue } from '@backstage/types';
import type {
  WorkflowDefinition,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { sameJson } from '../conflict/model/sameJson';

/** What a test was made with. */
export interface Tried {
  definition: WorkflowDefinition;
  /** Outputs that were given in place of samples, by node. */
  pinned: Readonly<Record<string, JsonValue>>;
}

/**
 * The nodes whose result says nothing any more: what they do changed, the way
 * to them did, or something before them. What a node is called and where it
 * stands makes no difference.
 */
export function staleNodes(tried: Tried, now: Tried): Set<string> {
  const { definition } = now;
  const before = new Map(tried.definition.nodes.map(node => [node.id, node]));
  const waysIn = entriesByTarget(definition);
  const waysInBefore = entriesByTarget(tried.definition);
  const changed = definition.nodes.filter(node => {
    const { id } = node;
    const old = before.get(id);
    return (
      !old ||
      !doesTheSame(old, node) ||
      !sameJson(waysInBefore.get(id) ?? [], waysIn.get(id) ?? []) ||
      !sameJson(tried.pinned[id], now.pinned[id]) ||
      (node.type === 'trigger' &&
        !sameJson(tried.definition.trigger, definition.trigger))
    );
  });
  return withAllAfter(
    definition,
    changed.map(({ id }) => id),
  );
}

function doesTheSame(a: WorkflowNode, b: WorkflowNode): boolean {
  const { label: before, ...old } = a.data;
  const { label, ...data } = b.data;
  return a.data === b.data || (a.type === b.type && sameJson(old, data));
}

function entriesByTarget({ edges }: WorkflowDefinition) {
  const entries = new Map<string, string[]>();
  for (const { source, sourceHandle = '', target } of edges) {
    entries.set(
      target,
      [...(entries.get(target) ?? []), `${source} ${sourceHandle}`].sort(),
    );
  }
  return entries;
}

function withAllAfter(
  { edges }: WorkflowDefinition,
  ids: readonly string[],
): Set<string> {
  const next = new Map<string, string[]>();
  for (const { source, target } of edges) {
    next.set(source, [...(next.get(source) ?? []), target]);
  }
  const found = new Set(ids);
  // A set that grows while it is walked is walked to its end.
  for (const id of found) {
    next.get(id)?.forEach(target => found.add(target));
  }
  return found;
}
