import type {
  WorkflowDefinition,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { type WayOut, edgeBy, waysOut } from './waysOut';

/** A step in reading order, with where each of its ways out leads. */
export interface OutlineItem {
  node: WorkflowNode;
  ways: Array<{ wayOut: WayOut; target?: WorkflowNode }>;
  /** Whether the trigger leads to it. */
  isReached: boolean;
}

/**
 * The steps as one reads them: from the trigger on, what is true before what
 * is false; a step that several lead to comes once; unconnected ones are last.
 */
export function outlineOf(definition: WorkflowDefinition): OutlineItem[] {
  const byId = new Map(definition.nodes.map(node => [node.id, node]));
  const seen = new Set<string>();
  const items: OutlineItem[] = [];
  const walk = (start: WorkflowNode, isReached: boolean) => {
    const open = [start];
    while (open.length > 0) {
      const node = open.pop()!;
      if (seen.has(node.id)) {
        continue;
      }
      seen.add(node.id);
      const ways = waysOut(node).map(wayOut => {
        const edge = edgeBy(definition, node.id, wayOut);
        return { wayOut, target: edge && byId.get(edge.target) };
      });
      items.push({ node, ways, isReached });
      const next = ways.flatMap(({ target }) => target ?? []);
      open.push(...next.reverse());
    }
  };
  definition.nodes
    .filter(({ type }) => type === 'trigger')
    .forEach(trigger => walk(trigger, true));
  definition.nodes.forEach(node => walk(node, false));
  return items;
}
