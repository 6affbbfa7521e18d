import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import fc from 'fast-check';
import { type BuilderDocument, emptyDefinition } from '../../model/document';
import { addStep } from '../../model/operations/addStep';
import { connect } from '../../model/operations/connect';
import { remove } from '../../model/operations/remove';
import { removeHealing } from '../../model/operations/removeHealing';
import { updateNode } from '../../model/operations/updateNode';
import {
  type Operation,
  drawnDefinition,
  operation,
  webhookTemplate,
} from '../../testing/arbitraries';
import { type Side, collides } from './Difference';
import { diffDocuments } from './diffDocuments';
import { mergeDocuments } from './mergeDocuments';
import { separateIds } from './separateIds';

type Edit = (document: BuilderDocument) => BuilderDocument;

const ofDefinition =
  (change: Operation): Edit =>
  document => ({ ...document, definition: change(document.definition) });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: operation.map(ofDefinition) },
  fc.string({ maxLength: 8 }).map(
    (name): Edit =>
      document => ({ ...document, name }),
  ),
  fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }).map(
    (concurrency): Edit =>
      ofDefinition(
        ({ settings: { concurrency: _, ...settings }, ...rest }) => ({
          ...rest,
          settings: { ...settings, ...(concurrency && { concurrency }) },
        }),
      ),
  ),
  fc
    .constantFrom<WorkflowDefinition['trigger']>(
      { type: 'manual', conditions: [] },
      { type: 'state_changed', from: ['triggered'], conditions: [] },
      {
        type: 'state_changed',
        to: ['resolved'],
        conditions: [{ field: 'severity', value: 'critical' }],
      },
    )
    .map((trigger): Edit => ofDefinition(rest => ({ ...rest, trigger }))),
);

const edits = fc.array(edit, { maxLength: 8 });

/** A document, and two that were made of it apart from one another. */
const threeDocuments = fc
  .tuple(drawnDefinition, edits, edits)
  .map(([definition, first, second]) => {
    const base: BuilderDocument = { name: 'n', description: 'd', definition };
    const after = (list: Edit[]) => list.reduce((all, next) => next(all), base);
    return { base, mine: after(first), theirs: after(second) };
  });

const separated = threeDocuments.map(({ base, mine, theirs }) => ({
  base,
  theirs,
  mine: {
    ...mine,
    definition: separateIds(
      base.definition,
      mine.definition,
      theirs.definition,
    ),
  },
}));

/** All that counts: the order of nodes and edges says nothing, nor does an edge's id. */
function contentOf({ definition, ...rest }: BuilderDocument) {
  const { nodes, edges, notes = [], ...others } = definition;
  const key = (of: object) => JSON.stringify(of);
  const sorted = (items: readonly object[]) =>
    [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    ...rest,
    ...others,
    nodes: sorted(nodes),
    notes: sorted(notes),
    edges: sorted(edges.map(({ id: _, ...edge }) => edge)),
  };
}

const all = (side: Side, differences: ReadonlyArray<{ key: string }>) =>
  new Map(differences.map(({ key }) => [key, side]));

describe('the difference of three documents', () => {
  it('is none between a document and itself', () => {
    fc.assert(
      fc.property(threeDocuments, ({ base, mine }) => {
        expect(diffDocuments(base, mine, structuredClone(mine))).toEqual([]);
      }),
    );
  });

  it('is the same one from the other side', () => {
    const swapped = { me: 'them', them: 'me', both: 'both' } as const;
    fc.assert(
      fc.property(threeDocuments, ({ base, mine, theirs }) => {
        const there = diffDocuments(base, mine, theirs);
        const back = diffDocuments(base, theirs, mine);
        const of = (list: typeof there) =>
          new Map(list.map(({ key, changedBy }) => [key, changedBy]));
        expect(of(back)).toEqual(
          new Map([...of(there)].map(([key, by]) => [key, swapped[by]])),
        );
      }),
    );
  });

  it('names each place once', () => {
    fc.assert(
      fc.property(threeDocuments, ({ base, mine, theirs }) => {
        const keys = diffDocuments(base, mine, theirs).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('a merge', () => {
  it('with all of theirs is theirs, with all of mine is mine', () => {
    fc.assert(
      fc.property(separated, ({ base, mine, theirs }) => {
        const differences = diffDocuments(base, mine, theirs);
        const merged = (side: Side) =>
          contentOf(mergeDocuments(mine, differences, all(side, differences)));
        expect(merged('mine')).toEqual(contentOf(mine));
        expect(merged('theirs')).toEqual(contentOf(theirs));
      }),
    );
  });

  it('takes everything of the only one who changed anything', () => {
    fc.assert(
      fc.property(threeDocuments, ({ base, mine }) => {
        const merged = (a: BuilderDocument, b: BuilderDocument) =>
          contentOf(mergeDocuments(a, diffDocuments(base, a, b)));
        expect(merged(mine, base)).toEqual(contentOf(mine));
        expect(merged(base, mine)).toEqual(contentOf(mine));
      }),
    );
  });

  it('without a collision has what each of them changed', () => {
    fc.assert(
      fc.property(separated, ({ base, mine, theirs }) => {
        const differences = diffDocuments(base, mine, theirs);
        fc.pre(!differences.some(({ changedBy }) => changedBy === 'both'));
        const merged = mergeDocuments(mine, differences);
        const left = (by: 'me' | 'them', document: BuilderDocument) =>
          diffDocuments(base, merged, document).filter(({ key }) =>
            differences.some(
              other => other.key === key && other.changedBy === by,
            ),
          );
        expect(left('me', mine)).toEqual([]);
        expect(left('them', theirs)).toEqual([]);
      }),
    );
  });

  it('whatever is chosen has ids once, and edges only between its steps', () => {
    fc.assert(
      fc.property(
        separated,
        fc.array(fc.constantFrom<Side>('mine', 'theirs'), {
          minLength: 60,
          maxLength: 60,
        }),
        ({ base, mine, theirs }, sides) => {
          const differences = diffDocuments(base, mine, theirs);
          const choices = new Map(
            differences.map(({ key }, index) => [key, sides[index % 60]]),
          );
          const {
            nodes,
            notes = [],
            edges,
          } = mergeDocuments(mine, differences, choices).definition;
          const ids = [...nodes, ...notes].map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
          const waysOut = edges.map(
            ({ source, sourceHandle }) => `${source} ${sourceHandle}`,
          );
          expect(new Set(waysOut).size).toBe(edges.length);
          for (const { source, target } of edges) {
            expect(ids).toContain(source);
            expect(ids).toContain(target);
          }
        },
      ),
    );
  });
});

describe('two people at one workflow', () => {
  const chain = addStep(emptyDefinition(), webhookTemplate, {
    kind: 'after',
    nodeId: 'trigger',
  }).definition;
  const base: BuilderDocument = {
    name: 'n',
    description: '',
    definition: chain,
  };
  const withDefinition = (definition: WorkflowDefinition) => ({
    ...base,
    definition,
  });
  const configured = (config: object) =>
    withDefinition(
      updateNode(chain, 'webhook_1', {
        actionType: 'webhook',
        config: {
          method: 'POST',
          url: 'https://chat.example.com/hook',
          ...config,
        },
      }),
    );
  const short = (mine: BuilderDocument, theirs: BuilderDocument) =>
    diffDocuments(base, mine, theirs).map(({ key, changedBy }) => [
      key,
      changedBy,
    ]);

  it('collide at a field that both gave another value', () => {
    expect(
      short(
        configured({ url: 'https://a.example' }),
        configured({ url: 'https://b.example' }),
      ),
    ).toEqual([['node webhook_1 data config url', 'both']]);
  });

  it('do not collide at two fields of one step', () => {
    const mine = configured({ url: 'https://a.example' });
    const theirs = configured({ method: 'PUT' });
    expect(short(mine, theirs)).toEqual([
      ['node webhook_1 data config method', 'them'],
      ['node webhook_1 data config url', 'me'],
    ]);
    expect(
      mergeDocuments(mine, diffDocuments(base, mine, theirs)).definition
        .nodes[1].data,
    ).toMatchObject({ config: { method: 'PUT', url: 'https://a.example' } });
  });

  it('do not differ in what both changed alike', () => {
    const both = configured({ url: 'https://a.example' });
    expect(short(both, structuredClone(both))).toEqual([]);
  });

  it('collide when one removes what the other edits', () => {
    const mine = withDefinition(removeHealing(chain, { nodes: ['webhook_1'] }));
    expect(short(mine, configured({ method: 'PUT' }))).toContainEqual([
      'node webhook_1',
      'both',
    ]);
  });

  it('collide when one removes a step and the other leads one to it', () => {
    const mine = withDefinition(remove(chain, { nodes: ['webhook_1'] }));
    const { definition } = addStep(chain, webhookTemplate, { kind: 'free' });
    const theirs = withDefinition(
      connect(definition, {
        source: 'webhook_2',
        target: 'webhook_1',
        sourceHandle: undefined,
      }),
    );
    expect(
      diffDocuments(base, mine, theirs)
        .filter(collides)
        .map(({ key }) => key),
    ).toEqual(['node webhook_1']);
  });

  it('do not collide when one removes what the other only moved', () => {
    const mine = withDefinition(remove(chain, { nodes: ['webhook_1'] }));
    const theirs = withDefinition({
      ...chain,
      nodes: chain.nodes.map(node => ({ ...node, position: { x: 999, y: 9 } })),
    });
    expect(diffDocuments(base, mine, theirs).some(collides)).toBe(false);
  });

  it('keep both steps when each adds one of the same id', () => {
    const add = (url: string) => {
      const { definition, nodeId: id } = addStep(chain, webhookTemplate, {
        kind: 'after',
        nodeId: 'webhook_1',
      });
      return withDefinition(
        updateNode(definition, id, {
          actionType: 'webhook',
          config: { method: 'POST', url, body: '{{ steps.webhook_2.output }}' },
        }),
      );
    };
    const theirs = add('https://b.example');
    const added = add('https://a.example');
    const mine = {
      ...added,
      definition: separateIds(chain, added.definition, theirs.definition),
    };
    const merged = mergeDocuments(mine, diffDocuments(base, mine, theirs));
    expect(
      merged.definition.nodes.map(({ id, data }) => [
        id,
        'config' in data ? (data.config as any).body : undefined,
      ]),
    ).toEqual([
      ['trigger', undefined],
      ['webhook_1', undefined],
      ['webhook_3', '{{ steps.webhook_3.output }}'],
      ['webhook_2', '{{ steps.webhook_2.output }}'],
    ]);
  });
});
