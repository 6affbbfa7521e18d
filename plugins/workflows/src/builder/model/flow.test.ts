import { workflowDefinitionSchema } from 'backstage-plugin-workflows-common';
import fc from 'fast-check';
import { drawnDefinition } from '../testing/arbitraries';
import {
  type FlowNode,
  fromFlow,
  isSameDrawing,
  refreshFlow,
  toFlow,
} from './flow';
import { move } from './operations/move';
import { updateNode } from './operations/updateNode';

describe('definition and canvas', () => {
  it('gives back the definition that it was given', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        const { notes: _, ...rest } = definition;
        const empty = { ...rest, nodes: [], edges: [] };
        expect(fromFlow(toFlow(definition), empty)).toEqual(definition);
      }),
    );
  });

  it('draws nothing anew when the same definition is shown again', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        const once = refreshFlow(toFlow(definition), definition, []);
        const again = refreshFlow(once, definition, []);
        again.nodes.forEach((node, i) => expect(node).toBe(once.nodes[i]));
        again.edges.forEach((edge, i) => expect(edge).toBe(once.edges[i]));
      }),
    );
  });

  it('leaves behind what is only of the view', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        const flow = toFlow(definition);
        const viewed = {
          nodes: flow.nodes.map(node => ({
            ...node,
            selected: true,
            dragging: true,
            measured: { width: 256, height: 64 },
          })) as FlowNode[],
          edges: flow.edges.map(edge => ({ ...edge, selected: true })),
        };
        const back = fromFlow(viewed, { ...definition, nodes: [], edges: [] });
        expect(workflowDefinitionSchema.parse(back)).toEqual(definition);
      }),
    );
  });

  it('keeps the very nodes that did not change', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        const flow = toFlow(definition);
        const nodes = flow.nodes.map(node =>
          node.id === definition.nodes[0].id
            ? { ...node, position: { x: 0.5, y: 7 } }
            : node,
        );
        const back = fromFlow({ ...flow, nodes }, definition);
        expect(back.nodes[0].position).toEqual({ x: 0.5, y: 7 });
        expect(
          back.notes?.every((n, i) => n === definition.notes![i]),
        ).not.toBe(false);
        back.nodes
          .slice(1)
          .forEach((node, index) =>
            expect(node).toBe(definition.nodes[index + 1]),
          );
      }),
    );
  });

  it('tells what is set in a step from what is drawn', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        const [{ id, data }] = definition.nodes;
        const typed = updateNode(definition, id, { ...data, label: 'typed' });
        expect(isSameDrawing(typed, definition)).toBe(true);
        const moved = move(definition, new Map([[id, { x: 0.5, y: 7 }]]));
        expect(isSameDrawing(moved, definition)).toBe(false);
        const flow = refreshFlow(toFlow(definition), definition, []);
        expect(refreshFlow(flow, typed, []).edges).toBe(flow.edges);
      }),
    );
  });
});
