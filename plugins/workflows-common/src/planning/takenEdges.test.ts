import type { WorkflowGraph } from '../definition/graph';
import type { PlannedStep } from './planNext';
import { takenEdges } from './takenEdges';

const position = { x: 0, y: 0 };
const action = (id: string, onError?: 'continue') => ({
  id,
  type: 'action' as const,
  position,
  data: {
    actionType: 'webhook' as const,
    config: { method: 'POST' as const, url: 'https://x.example/' },
    onError,
  },
});

const graph: WorkflowGraph = {
  nodes: [
    { id: 't', type: 'trigger', position, data: {} },
    {
      id: 'c',
      type: 'condition',
      position,
      data: { match: 'all', conditions: [{ field: 'a', value: 1 }] },
    },
    action('a'),
    action('b', 'continue'),
    action('d'),
  ],
  edges: [
    { id: 't-c', source: 't', target: 'c' },
    { id: 'c-a', source: 'c', target: 'a', sourceHandle: 'true' },
    { id: 'c-b', source: 'c', target: 'b', sourceHandle: 'false' },
    { id: 'a-d', source: 'a', target: 'd' },
    { id: 'b-d', source: 'b', target: 'd' },
  ],
};

describe('takenEdges', () => {
  it.each<[string, PlannedStep[], string[]]>([
    ['at the start', [], ['t-c']],
    [
      'while an action runs',
      [
        { nodeId: 'c', state: 'completed', branch: 'true' },
        { nodeId: 'b', state: 'skipped' },
        { nodeId: 'a', state: 'running' },
      ],
      ['t-c', 'c-a'],
    ],
    [
      'after a failure that ends the run',
      [
        { nodeId: 'c', state: 'completed', branch: 'true' },
        { nodeId: 'a', state: 'failed' },
      ],
      ['t-c', 'c-a'],
    ],
    [
      'after a failure that does not',
      [
        { nodeId: 'c', state: 'completed', branch: 'false' },
        { nodeId: 'b', state: 'failed' },
      ],
      ['t-c', 'c-b', 'b-d'],
    ],
  ])('are %s', (_, steps, expected) => {
    expect(takenEdges(graph, steps)).toEqual(expected);
  });
});
