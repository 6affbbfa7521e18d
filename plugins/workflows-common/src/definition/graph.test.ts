import fc from 'fast-check';
import { definition, node } from '../testing/definitions';
import { executionOrder, findCycle, reachableFrom } from './graph';

const nodes = ['a', 'b', 'c', 'd'].map(id => node(id));

describe('executionOrder', () => {
  it('is topological, with ties in the order of the definition', () => {
    const graph = definition(nodes, ['t>d', 'd>b', 'd>a', 'b>c', 'a>c']);
    expect(executionOrder(graph).map(({ id }) => id)).toEqual([
      't',
      'd',
      'a',
      'b',
      'c',
    ]);
  });

  it('leaves out a cycle and what is behind it', () => {
    const graph = definition(nodes, ['t>a', 'a>b', 'b>a', 'b>c']);
    expect(executionOrder(graph).map(({ id }) => id)).toEqual(['t', 'd']);
  });
});

describe('findCycle', () => {
  it.each<[string[], string[] | undefined]>([
    [['t>a', 'a>b'], undefined],
    [
      ['a>b', 'b>c', 'c>a'],
      ['a', 'b', 'c', 'a'],
    ],
    [
      ['t>d', 'd>a', 'a>b', 'b>c', 'c>b'],
      ['b', 'c', 'b'],
    ],
    [['a>a'], ['a', 'a']],
    [['ghost>a', 'a>b', 'b>ghost'], undefined],
  ])('of %j is %j', (edges, cycle) => {
    const found = findCycle(definition(nodes, edges));
    expect(found && [...found].sort()).toEqual(cycle && [...cycle].sort());
  });

  it('follows edges that are there and meets no node twice, in any graph', () => {
    const id = fc.constantFrom('t', 'a', 'b', 'c', 'd', 'ghost');
    const edges = fc.array(fc.tuple(id, id).map(pair => pair.join('>')));
    fc.assert(
      fc.property(edges, texts => {
        const cycle = findCycle(definition(nodes, texts));
        if (!cycle) {
          return;
        }
        expect(cycle[0]).toBe(cycle[cycle.length - 1]);
        expect(new Set(cycle).size).toBe(cycle.length - 1);
        cycle.slice(1).forEach((target, index) => {
          expect(texts).toContain(`${cycle[index]}>${target}`);
        });
      }),
    );
  });
});

describe('reachableFrom', () => {
  const { edges } = definition(nodes, ['t>a', 'a>b', 'b>c', 'c>a']);

  it('goes downstream and upstream, through a cycle as well', () => {
    expect([...reachableFrom('t', edges)].sort()).toEqual(['a', 'b', 'c']);
    expect([...reachableFrom('a', edges, 'upstream')].sort()).toEqual([
      'a',
      'b',
      'c',
      't',
    ]);
    expect([...reachableFrom('d', edges)]).toEqual([]);
  });
});
