import type {
  RunNodeState,
  RunView,
  StepOnPath,
} from '../../components/ExecutionPage/run/toRunView';

/** A node as a path shows it. */
export interface NodeOnPath {
  readonly state: RunNodeState;
  /** It, or something before it, is not as it was when the path was taken. */
  readonly isStale: boolean;
}

export type EdgeOnPath = 'taken' | 'untaken';

/**
 * A path over the canvas, of a test or of a run. Nodes and edges that are not
 * in it are drawn as always.
 */
export interface CanvasPath {
  readonly nodes: ReadonlyMap<string, NodeOnPath>;
  readonly edges: ReadonlyMap<string, EdgeOnPath>;
}

/** Whether the path did not come to a node. */
export function isDimmed(on: NodeOnPath | undefined): boolean {
  return on?.state === 'skipped' || on?.state === 'not_reached';
}

/** @param stale - the ids of nodes whose state may be another one now */
export function pathOf<Step extends StepOnPath>(
  view: RunView<Step>,
  stale: ReadonlySet<string> = new Set(),
): CanvasPath {
  const states = new Map(view.nodes.map(({ node, state }) => [node.id, state]));
  return {
    nodes: new Map(
      [...states].map(([id, state]) => [id, nodeOnPath(state, stale.has(id))]),
    ),
    edges: new Map(
      view.edges.flatMap(({ edge, taken }): Array<[string, EdgeOnPath]> => {
        if (taken) {
          return [[edge.id, 'taken']];
        }
        // Where the path may still come it is neither.
        return states.get(edge.target) === 'pending'
          ? []
          : [[edge.id, 'untaken']];
      }),
    ),
  };
}

const KNOWN = new Map<string, NodeOnPath>();

/** The same object for the same look, so that only nodes that change render again. */
function nodeOnPath(state: RunNodeState, isStale: boolean): NodeOnPath {
  const key = `${state} ${isStale}`;
  const known = KNOWN.get(key) ?? { state, isStale };
  KNOWN.set(key, known);
  return known;
}
