import fc from 'fast-check';
import { drawnDefinition, webhookTemplate } from '../testing/arbitraries';
import { emptyDefinition } from './document';
import { GRID, NODE_HEIGHT, NODE_WIDTH } from './geometry';
import { layout } from './layout';
import { conditionTemplate } from './nodeTemplate';
import { addStep } from './operations/addStep';

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

  it('puts what follows when true left of what follows when false', () => {
    const ways = ['true', 'false'] as const;
    for (const longer of ways) {
      let definition = emptyDefinition();
      const add = (
        template: Parameters<typeof addStep>[1],
        after: string,
        wayOut?: 'true' | 'false',
      ) => {
        const added = addStep(definition, template, {
          kind: 'after',
          nodeId: after,
          wayOut,
        });
        definition = added.definition;
        return added.nodeId;
      };
      const condition = add(conditionTemplate(), 'trigger');
      const ends = { true: '', false: '' };
      for (const way of longer === 'true' ? ways : [...ways].reverse()) {
        ends[way] = add(webhookTemplate, condition, way);
      }
      add(webhookTemplate, add(webhookTemplate, ends[longer]));
      const { nodes } = layout(definition);
      const leftOf = (id: string) =>
        nodes.find(node => node.id === id)!.position.x;
      expect(leftOf(ends.true)).toBeLessThan(leftOf(ends.false));
    }
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
