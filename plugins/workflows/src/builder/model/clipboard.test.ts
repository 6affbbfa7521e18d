import fc from 'fast-check';
import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import { drawnDefinition, webhookTemplate } from '../testing/arbitraries';
import { type Clip, clipOf, paste } from './clipboard';
import { parseClipText, textOf } from './clipText';
import { emptyDefinition } from './document';
import { boxOf, overlap } from './geometry';
import { addStep } from './operations/addStep';

const everything = (definition: ReturnType<typeof emptyDefinition>) =>
  [...definition.nodes, ...(definition.notes ?? [])].map(({ id }) => id);

describe('the clipboard', () => {
  it('never gives two equal ids, wherever and however often it is pasted', () => {
    fc.assert(
      fc.property(
        drawnDefinition,
        drawnDefinition,
        fc.integer({ min: 1, max: 3 }),
        (from, into, times) => {
          const clip = clipOf(from, everything(from));
          let definition = into;
          for (let i = 0; clip && i < times; i++) {
            definition = paste(definition, clip).definition;
          }
          const ids = everything(definition);
          expect(new Set(ids).size).toBe(ids.length);
          const edges = definition.edges.map(({ id }) => id);
          expect(new Set(edges).size).toBe(edges.length);
        },
      ),
    );
  });

  it('gives back as text what was copied, but never the trigger', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        const clip = clipOf(definition, everything(definition));
        expect(clip && parseClipText(textOf(clip))).toEqual(clip);
        expect(clip?.nodes.some(({ type }) => type === 'trigger')).not.toBe(
          true,
        );
      }),
    );
  });

  it('keeps the connections among what is copied, and the way to it open', () => {
    const first = addStep(emptyDefinition(), webhookTemplate, {
      kind: 'after',
      nodeId: 'trigger',
    });
    const { definition } = addStep(first.definition, webhookTemplate, {
      kind: 'after',
      nodeId: first.nodeId,
    });
    const pasted = paste(
      definition,
      clipOf(definition, everything(definition))!,
    );
    expect(pasted.ids).toEqual(['webhook_3', 'webhook_4']);
    expect(
      pasted.definition.edges.map(edge => `${edge.source}>${edge.target}`),
    ).toEqual([
      'trigger>webhook_1',
      'webhook_1>webhook_2',
      'webhook_3>webhook_4',
    ]);
  });

  it('lets copies name one another, and the original what is not copied', () => {
    const node = (id: string, text: string) =>
      ({
        ...webhookTemplate,
        id,
        position: { x: 0, y: 0 },
        data: { actionType: 'webhook', config: { url: text } },
      } as unknown as WorkflowNode);
    const clip: Clip = {
      nodes: [
        node('a', 'https://x'),
        node(
          'b',
          "{{ steps.a.output.id }} {{ steps['a'].state }} {{ steps.ab.output }} {{ my.steps.a }}",
        ),
      ],
      edges: [],
      notes: [],
    };
    const { definition } = paste(emptyDefinition(), clip);
    expect(definition.nodes[2].data).toMatchObject({
      config: {
        url: "{{ steps.webhook_1.output.id }} {{ steps['webhook_1'].state }} {{ steps.ab.output }} {{ my.steps.a }}",
      },
    });
  });

  it('hides nothing that is there, unless it is put there', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        const clip = clipOf(definition, everything(definition));
        const pasted = clip && paste(definition, clip);
        const boxes = (of: typeof definition, isCopy: boolean) =>
          [...of.nodes, ...(of.notes ?? [])]
            .filter(({ id }) => pasted?.ids.includes(id) === isCopy)
            .map(boxOf);
        for (const copy of pasted ? boxes(pasted.definition, true) : []) {
          for (const other of boxes(pasted!.definition, false)) {
            expect(overlap(copy, other)).toBe(false);
          }
        }
      }),
    );
  });

  it('puts the upper left corner at the place, on the grid', () => {
    const { definition } = addStep(emptyDefinition(), webhookTemplate, {
      kind: 'after',
      nodeId: 'trigger',
    });
    const clip = clipOf(definition, ['webhook_1'])!;
    const pasted = paste(definition, clip, { x: 1_003, y: 499 }).definition;
    expect(pasted.nodes[2].position).toEqual({ x: 1_008, y: 496 });
  });

  it.each([
    ['some words', 'hello'],
    ['other JSON', '{"format":"other","nodes":[]}'],
    ['a broken text', '{"format":"backstage-workflows/steps@1","nodes":['],
    [
      'nothing at all',
      '{"format":"backstage-workflows/steps@1","nodes":[],"edges":[],"notes":[]}',
    ],
    [
      'a trigger',
      '{"format":"backstage-workflows/steps@1","nodes":[{"id":"t","type":"trigger","position":{"x":0,"y":0},"data":{}}],"edges":[],"notes":[]}',
    ],
    [
      'an edge from elsewhere',
      '{"format":"backstage-workflows/steps@1","nodes":[{"id":"d","type":"delay","position":{"x":0,"y":0},"data":{"duration":"1s"}}],"edges":[{"id":"e","source":"x","target":"d"}],"notes":[]}',
    ],
  ])('takes %s for no steps', (_, text) => {
    expect(parseClipText(text)).toBeUndefined();
  });
});
