import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import type { NodeTemplate } from '../nodeTemplate';
import { type WayOut, edgeBy, waysOut } from '../waysOut';
import { addNode } from './addNode';
import { connect } from './connect';
import { insertNew } from './insertInto';

type Position = { x: number; y: number };

/** Where a new step goes. */
export type StepPlace =
  /** Somewhere on the canvas, connected to nothing. */
  | { kind: 'free'; position?: Position }
  /** Into an edge. */
  | { kind: 'edge'; edgeId: string; position?: Position }
  /** After a step, by a way out; what follows there already follows on the new one. */
  | { kind: 'after'; nodeId: string; wayOut?: WayOut; position?: Position }
  /** Before a step, leading to it. */
  | { kind: 'before'; nodeId: string; position?: Position };

/** Adds a step at a place, connected as the place says. */
export function addStep(
  definition: WorkflowDefinition,
  template: NodeTemplate,
  place: StepPlace,
): { definition: WorkflowDefinition; nodeId: string } {
  switch (place.kind) {
    case 'edge':
      return (
        insertNew(definition, place.edgeId, template, place.position) ??
        addNode(definition, { template, position: place.position })
      );
    case 'after':
      return addAfter(definition, template, place);
    case 'before': {
      const added = addNode(definition, { template, position: place.position });
      const [sourceHandle] = waysOut(template);
      const { nodeId } = added;
      return {
        nodeId,
        definition: connect(added.definition, {
          source: nodeId,
          sourceHandle,
          target: place.nodeId,
        }),
      };
    }
    default:
      return addNode(definition, { template, position: place.position });
  }
}

/** The way out by which a new step follows unless one is named: the first free one. */
export function defaultWayOut(
  definition: WorkflowDefinition,
  nodeId: string,
): WayOut {
  const node = definition.nodes.find(({ id }) => id === nodeId);
  const ways: WayOut[] = node ? waysOut(node) : [undefined];
  return ways.find(way => !edgeBy(definition, nodeId, way)) ?? ways[0];
}

function addAfter(
  definition: WorkflowDefinition,
  template: NodeTemplate,
  place: Extract<StepPlace, { kind: 'after' }>,
) {
  const { nodeId: source, position } = place;
  const sourceHandle = place.wayOut ?? defaultWayOut(definition, source);
  const taken = edgeBy(definition, source, sourceHandle);
  const inserted = taken && insertNew(definition, taken.id, template, position);
  if (inserted) {
    return inserted;
  }
  const added = addNode(
    definition,
    position
      ? { template, position }
      : { template, below: source, aside: sourceHandle === 'false' },
  );
  const { nodeId } = added;
  return {
    nodeId,
    definition: connect(added.definition, {
      source,
      sourceHandle,
      target: nodeId,
    }),
  };
}
