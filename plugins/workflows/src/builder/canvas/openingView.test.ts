import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { NODE_HEIGHT, NODE_WIDTH } from '../model/geometry';
import { MIN_ZOOM, openingView } from './openingView';

const SIZE = { width: 1_000, height: 600 };

function definitionAt(
  ...places: Array<{ x: number; y: number }>
): WorkflowDefinition {
  return {
    schemaVersion: 1,
    nodes: places.map((position, index) => ({
      id: `step_${index}`,
      type: 'delay',
      position,
      data: { duration: '5min' },
    })),
    edges: [],
    trigger: { type: 'manual', conditions: [] },
    settings: {},
  };
}

describe('openingView', () => {
  it('shows a small workflow as large as it is, from its top on', () => {
    const { x, y, zoom } = openingView(definitionAt({ x: 200, y: 400 }), SIZE);
    expect(zoom).toBe(1);
    expect(x + 200 + NODE_WIDTH / 2).toBe(SIZE.width / 2);
    expect(y + 400).toBe(64);
  });

  it('shows all of a larger one', () => {
    const places = [
      { x: -900, y: -300 },
      { x: 2_000, y: 1_500 },
    ];
    const { x, y, zoom } = openingView(definitionAt(...places), SIZE);
    expect(zoom).toBeLessThan(1);
    for (const place of places) {
      expect(place.x * zoom + x).toBeGreaterThan(0);
      expect(place.y * zoom + y).toBeGreaterThan(0);
      expect((place.x + NODE_WIDTH) * zoom + x).toBeLessThan(SIZE.width);
      expect((place.y + NODE_HEIGHT) * zoom + y).toBeLessThan(SIZE.height);
    }
  });

  it('counts notes, which may be wider than any step', () => {
    const definition = {
      ...definitionAt({ x: 0, y: 0 }),
      notes: [
        {
          id: 'note_1',
          text: '',
          position: { x: 0, y: 200 },
          size: { width: 3_000, height: 100 },
        },
      ],
    };
    const { x, zoom } = openingView(definition, SIZE);
    expect(3_000 * zoom + x).toBeLessThan(SIZE.width);
  });

  it('goes no further away than the canvas can', () => {
    const { zoom } = openingView(
      definitionAt({ x: 0, y: 0 }, { x: 90_000, y: 0 }),
      SIZE,
    );
    expect(zoom).toBe(MIN_ZOOM);
  });

  it('has a view of nothing, and of a canvas that is not laid out', () => {
    const none = { x: 0, y: 0, zoom: 1 };
    expect(openingView(definitionAt(), SIZE)).toEqual(none);
    expect(
      openingView(definitionAt({ x: 5, y: 5 }), { width: 0, height: 0 }),
    ).toEqual(none);
  });
});
