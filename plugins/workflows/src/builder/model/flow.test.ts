import { workflowDefinitionSchema } from 'backstage-plugin-workflows-common';
import fc from 'fast-check';
import { drawnDefinition } from '../testing/arbitraries';
import { fromFlow, toFlow } from './flow';

describe('definition and canvas', () => {
  it('gives back the definition that it was given', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        const empty = { ...definition, nodes: [], edges: [] };
        expect(fromFlow(toFlow(definition), empty)).toEqual(definition);
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
          })),
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
        flow.nodes[0] = { ...flow.nodes[0], position: { x: 0.5, y: 7 } };
        const back = fromFlow(flow, definition);
        expect(back.nodes[0].position).toEqual({ x: 0.5, y: 7 });
        back.nodes
          .slice(1)
          .forEach((node, index) =>
            expect(node).toBe(definition.nodes[index + 1]),
          );
      }),
    );
  });
});
