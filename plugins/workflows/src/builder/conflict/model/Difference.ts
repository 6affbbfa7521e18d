import type {
  WorkflowEdge,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';

/** Who changed something since both looked at the same version. */
export type ChangedBy = 'me' | 'them' | 'both';

/** Whose value counts. */
export type Side = 'mine' | 'theirs';

/** The smallest part of a workflow that can be taken from one side or the other. */
export interface Place {
  kind: 'workflow' | 'node' | 'note' | 'edges';
  /** The node's or the note's; the node that edges leave. Empty for the workflow's own fields. */
  id: string;
  /** The field in it; empty for all of it. For edges it is the way out, if that has a name. */
  path: readonly string[];
}

/** A node as a whole, with what leaves it. */
export interface WholeNode {
  node: WorkflowNode;
  edges: WorkflowEdge[];
}

/** A place at which the two do not say the same. */
export interface Difference {
  /** Unique among the differences. */
  key: string;
  place: Place;
  changedBy: ChangedBy;
  /** Absent where there is nothing. */
  base?: unknown;
  mine?: unknown;
  theirs?: unknown;
}

/** Where something stands on the canvas says nothing to a run, and is nobody's decision. */
export function isLayout({ place }: Difference): boolean {
  return ['position', 'size'].includes(place.path[0]);
}

/** Both changed it, and somebody has to decide. */
export function collides(difference: Difference): boolean {
  return difference.changedBy === 'both' && !isLayout(difference);
}
