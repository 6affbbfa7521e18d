import fc from 'fast-check';
import { drawnDefinition } from '../testing/arbitraries';
import { GRID, NODE_HEIGHT, NODE_WIDTH } from './geometry';
import { layout } from './layout';

describe('layout', () => {
  it('puts every step below those before it, on the grid, covering nothing', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        const arranged = layout(definition);
        const at = new Map(arranged.nodes.map(n => [n.id, n.position]));
        for (const { source, target } of arranged.edges) {
          expect(at.get(target)!.y).toBeGreaterThan(at.get(source)!.y);
        }
        arranged.nodes.forEach(({ position: a }, index) => {
          expect([a.x % GRID, a.y % GRID].map(Math.abs)).toEqual([0, 0]);
          for (const { position: b } of arranged.nodes.slice(index + 1)) {
            expect(
              Math.abs(a.x - b.x) >= NODE_WIDTH ||
                Math.abs(a.y - b.y) >= NODE_HEIGHT,
            ).toBe(true);
          }
        });
      }),
    );
  });

  it('moves nothing the second time', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        const once = layout(definition);
        expect(layout(once)).toBe(once);
      }),
    );
  });
});
