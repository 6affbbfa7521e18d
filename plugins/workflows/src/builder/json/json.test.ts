import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import fc from 'fast-check';
import { emptyDefinition } from '../model/document';
import { layout } from '../model/layout';
import { drawnDefinition } from '../testing/arbitraries';
import { readText, textOf } from './definitionText';
import { placeIn } from './placeIn';

const text = (change: (definition: any) => void) => {
  const definition = JSON.parse(JSON.stringify(emptyDefinition()));
  change(definition);
  return JSON.stringify(definition);
};
const webhook = (config: object, rest = {}) => ({
  id: 'w',
  type: 'action',
  position: { x: 0, y: 128 },
  data: { actionType: 'webhook', config },
  ...rest,
});

describe('the definition as a text', () => {
  it('is drawn again as it was, whatever was drawn', () => {
    fc.assert(
      fc.property(drawnDefinition, drawn => {
        expect(readText(textOf(drawn))).toEqual({ definition: drawn });
      }),
      { numRuns: 50 },
    );
  });

  it('may hold what is still to be mended on the canvas', () => {
    const read = readText(text(({ nodes }) => nodes.push(webhook({}))));
    expect(read).toMatchObject({ definition: { nodes: [{}, webhook({})] } });
  });

  it('may be within what the API gives of a workflow', () => {
    const wrapped = `{"name": "a", "definition": ${text(() => {})}}`;
    expect(readText(wrapped)).toEqual({ definition: emptyDefinition() });
  });

  it.each([
    ['no JSON', '{"nodes": [', ''],
    ['an unknown field', text(d => Object.assign(d, { extra: 1 })), 'extra'],
    ['no trigger', text(d => Object.assign(d, { nodes: [] })), 'nodes'],
    [
      'a type that there is not',
      text(({ nodes }) => nodes.push({ ...webhook({}), type: 'loop' })),
      'nodes.1.type',
    ],
    [
      'an id twice',
      text(({ nodes }) => nodes.push(webhook({}, { id: 'trigger' }))),
      'nodes.1.id',
    ],
    [
      'an edge to nowhere',
      text(({ edges }) =>
        edges.push({ id: 'e', source: 'trigger', target: 'x' }),
      ),
      'edges.0.target',
    ],
  ])('is not drawn with %s', (_, broken, path) => {
    const read = readText(broken);
    expect(read).toMatchObject({ problems: [{ path }] });
  });

  it('is arranged when it says nothing of places', () => {
    const bare = text(({ nodes, edges }) => {
      nodes.push(webhook({}, { position: undefined }));
      edges.push({ id: 'e', source: 'trigger', target: 'w' });
    });
    const read = readText(bare) as { definition: WorkflowDefinition };
    const [, { position }] = read.definition.nodes;
    expect(position.y).toBeGreaterThan(0);
    expect(layout(read.definition)).toEqual(read.definition);
  });
});

describe('placeIn', () => {
  const json = '{\n  "a": [1, {"b.c": true}],\n  "d": {\n    "e": 2\n  }\n}';
  it.each([
    ['a', '"a"'],
    ['a.0', '1'],
    ['a.1.b.c', '"b.c"'],
    ['d.e', '"e"'],
    // What is missing is told of at what it is missing from.
    ['d.x', '"d"'],
    ['', '{'],
  ])('finds %s', (path, expected) => {
    const { from, to } = placeIn(json, path);
    expect(json.slice(from, to)).toBe(expected);
  });
});
