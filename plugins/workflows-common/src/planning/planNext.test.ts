import fc from 'fast-check';
import { executionOrder } from '../definition/graph';
import type { WorkflowDefinition } from '../definition/schema';
import { definition, node } from '../testing/definitions';
import { type PlannedStep, planNext } from './planNext';

const completed = (nodeId: string): PlannedStep => ({
  nodeId,
  state: 'completed',
});
const branch = (nodeId: string, way: 'true' | 'false'): PlannedStep => ({
  nodeId,
  state: 'completed',
  branch: way,
});
const failed = (nodeId: string): PlannedStep => ({ nodeId, state: 'failed' });

/** A move as a text that is easy to compare. */
function move(graph: WorkflowDefinition, steps: PlannedStep[]): string {
  const { skip, next } = planNext(graph, steps);
  const where = next.kind === 'end' ? next.status : next.node.id;
  return [...skip.map(id => `skip ${id}`), `${next.kind} ${where}`].join(', ');
}

describe('a diamond of two branches that join', () => {
  const graph = definition(
    [node('if', 'condition'), node('yes'), node('no'), node('join')],
    ['t>if', 'if:true>yes', 'if:false>no', 'yes>join', 'no>join'],
  );

  it.each<[PlannedStep[], string]>([
    [[], 'run if'],
    [[{ nodeId: 'if', state: 'running' }], 'continue if'],
    [[branch('if', 'true')], 'run yes'],
    [[branch('if', 'false')], 'skip yes, run no'],
    [[branch('if', 'true'), completed('yes')], 'skip no, run join'],
    [
      [branch('if', 'true'), { nodeId: 'yes', state: 'waiting' }],
      'continue yes',
    ],
    [
      [branch('if', 'true'), completed('yes'), completed('join')],
      'skip no, end COMPLETED',
    ],
    [[branch('if', 'true'), failed('yes')], 'end FAILED'],
  ])('after %j: %s', (steps, expected) => {
    expect(move(graph, steps)).toBe(expected);
  });
});

it('skips everything behind an untaken way out, and nothing else', () => {
  const graph = definition(
    [node('if', 'condition'), node('a'), node('b'), node('other')],
    ['t>if', 'if:true>a', 'a>b', 'if:false>other'],
  );
  expect(move(graph, [branch('if', 'false')])).toBe(
    'skip a, skip b, run other',
  );
});

it('ends when the way that was taken leads nowhere', () => {
  const graph = definition(
    [node('if', 'condition'), node('a')],
    ['t>if', 'if:true>a'],
  );
  expect(move(graph, [branch('if', 'false')])).toBe('skip a, end COMPLETED');
});

it('goes on after a failed action that says so, and stops after one that does not', () => {
  const graph = definition(
    [node('a', 'action', { onError: 'continue' }), node('b'), node('c')],
    ['t>a', 'a>b', 'b>c'],
  );
  expect(move(graph, [failed('a')])).toBe('run b');
  expect(planNext(graph, [failed('a'), failed('b')]).next).toEqual({
    kind: 'end',
    status: 'FAILED',
    nodeId: 'b',
  });
});

it('skips a step that nothing leads to', () => {
  const graph = definition([node('a'), node('orphan')], ['t>a']);
  expect(move(graph, [completed('a')])).toBe('skip orphan, end COMPLETED');
});

type Outcome = Omit<PlannedStep, 'nodeId'>;

/** Acyclic: edges lead to later nodes only, then both lists are shuffled. */
const graphs = fc.integer({ min: 1, max: 9 }).chain(size => {
  const kinds = fc.array(
    fc.constantFrom('action', 'resilient', 'condition', 'delay'),
    { minLength: size, maxLength: size },
  );
  const edges = fc.uniqueArray(
    fc.record({
      from: fc.integer({ min: 0, max: size - 1 }),
      span: fc.integer({ min: 1, max: size }),
      handle: fc.constantFrom('true', 'false'),
    }),
    {
      selector: ({ from, span, handle }) => `${from} ${span} ${handle}`,
      maxLength: 14,
    },
  );
  return fc.tuple(kinds, edges).chain(([types, arrows]) => {
    const nodes = types.map((type, index) =>
      type === 'resilient'
        ? node(`n${index + 1}`, 'action', { onError: 'continue' })
        : node(`n${index + 1}`, type as 'action'),
    );
    const texts = arrows
      .filter(({ from, span }) => from + span <= size)
      .map(({ from, span, handle }) => {
        const source = from === 0 ? 't' : nodes[from - 1];
        return typeof source === 'string'
          ? `${source}>n${from + span}`
          : `${source.id}${source.type === 'condition' ? `:${handle}` : ''}>n${
              from + span
            }`;
      });
    return fc
      .shuffledSubarray([node('t', 'trigger'), ...nodes], {
        minLength: size + 1,
      })
      .map(shuffled => definition(shuffled, [...new Set(texts)]));
  });
});

const outcomes = fc
  .array(fc.constantFrom('true', 'false', 'failed'), {
    minLength: 9,
    maxLength: 9,
  })
  .map(list => (nodeId: string, type: string): Outcome => {
    const outcome = list[Number(nodeId.slice(1)) - 1];
    if (outcome === 'failed' && type === 'action') {
      return { state: 'failed' };
    }
    return {
      state: 'completed',
      ...(type === 'condition'
        ? { branch: outcome === 'true' ? 'true' : 'false' }
        : {}),
    };
  });

/** Runs to the end, and gives every recorded step and the end. */
function drive(
  graph: WorkflowDefinition,
  outcomeOf: (nodeId: string, type: string) => Outcome,
  recorded: PlannedStep[] = [],
) {
  const steps = [...recorded];
  for (let turn = 0; turn <= graph.nodes.length; turn++) {
    const { skip, next } = planNext(graph, steps);
    steps.push(...skip.map(nodeId => ({ nodeId, state: 'skipped' as const })));
    if (next.kind === 'end') {
      return { steps, end: next };
    }
    expect(next.kind).toBe('run');
    const { id, type } = next.node;
    steps.push({ nodeId: id, ...outcomeOf(id, type) });
  }
  throw new Error('the run does not end');
}

function goesOn(graph: WorkflowDefinition, nodeId: string): boolean {
  return graph.nodes.some(
    ({ id, data }) =>
      id === nodeId && 'onError' in data && data.onError === 'continue',
  );
}

describe('any acyclic graph with any outcomes', () => {
  it('ends with each node run or skipped at most once, in the order of its edges', () => {
    fc.assert(
      fc.property(graphs, outcomes, (graph, outcomeOf) => {
        const { steps, end } = drive(graph, outcomeOf);
        const places = new Map(steps.map((step, at) => [step.nodeId, at]));
        expect(places.size).toBe(steps.length);
        expect(places.has('t')).toBe(false);
        const backwards = graph.edges.filter(
          ({ source, target }) =>
            (places.get(source) ?? -1) > (places.get(target) ?? Infinity),
        );
        expect(backwards).toEqual([]);
        const fatal = steps.filter(
          step => step.state === 'failed' && !goesOn(graph, step.nodeId),
        );
        expect(fatal).toEqual(end.status === 'FAILED' ? steps.slice(-1) : []);
        expect(
          end.status === 'FAILED' || places.size === graph.nodes.length - 1,
        ).toBe(true);
      }),
    );
  });

  it('runs a node exactly when one of the ways to it was taken', () => {
    fc.assert(
      fc.property(graphs, outcomes, (graph, outcomeOf) => {
        const { steps } = drive(graph, outcomeOf);
        const byId = new Map(steps.map(step => [step.nodeId, step]));
        for (const step of steps) {
          const taken = graph.edges.some(({ source, target, sourceHandle }) => {
            const from = byId.get(source);
            return (
              target === step.nodeId &&
              (source === 't' ||
                (from !== undefined &&
                  from.state !== 'skipped' &&
                  (!sourceHandle || from.branch === sourceHandle)))
            );
          });
          expect(step.state !== 'skipped').toBe(taken);
        }
      }),
    );
  });

  it('comes to the same end from any prefix of its record', () => {
    fc.assert(
      fc.property(graphs, outcomes, fc.nat(12), (graph, outcomeOf, cut) => {
        const whole = drive(graph, outcomeOf);
        const resumed = drive(graph, outcomeOf, whole.steps.slice(0, cut));
        expect(resumed.end).toEqual(whole.end);
        const sorted = (steps: PlannedStep[]) =>
          [...steps].sort((a, b) => a.nodeId.localeCompare(b.nodeId));
        expect(sorted(resumed.steps)).toEqual(sorted(whole.steps));
      }),
    );
  });

  it('continues a step that a crash cut off', () => {
    fc.assert(
      fc.property(graphs, outcomes, fc.nat(12), (graph, outcomeOf, cut) => {
        const { steps } = drive(graph, outcomeOf);
        const last = steps.slice(0, cut + 1).pop();
        if (!last || last.state === 'skipped') {
          return;
        }
        const before = steps.slice(0, steps.indexOf(last));
        expect(
          planNext(graph, [...before, { ...last, state: 'running' }]).next,
        ).toMatchObject({ kind: 'continue', node: { id: last.nodeId } });
      }),
    );
  });

  it('follows the execution order, whatever order the edges are drawn in', () => {
    fc.assert(
      fc.property(graphs, outcomes, (graph, outcomeOf) => {
        const backwards = { ...graph, edges: [...graph.edges].reverse() };
        const order = executionOrder(graph).map(({ id }) => id);
        expect(executionOrder(backwards).map(({ id }) => id)).toEqual(order);
        expect(drive(backwards, outcomeOf)).toEqual(drive(graph, outcomeOf));
      }),
    );
  });
});
