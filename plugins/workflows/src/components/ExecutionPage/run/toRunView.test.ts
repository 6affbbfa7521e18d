import { anExecutionDetail, aStep } from '../../../testing/history/fixtures';
import { toRunView } from './toRunView';

type Detail = Parameters<typeof toRunView>[0];

function states(detail: Detail) {
  return Object.fromEntries(
    toRunView(detail).nodes.map(({ node, state }) => [node.id, state]),
  );
}

function takenEdges(detail: Detail) {
  return toRunView(detail)
    .edges.filter(({ taken }) => taken)
    .map(({ edge }) => edge.id);
}

describe('toRunView', () => {
  it('gives every node the state that is recorded of it', () => {
    expect(states(anExecutionDetail())).toEqual({
      start: 'fired',
      announce: 'completed',
      'still-open': 'completed',
      escalate: 'completed',
      note: 'skipped',
    });
  });

  it('puts nodes in the order in which they run, not as drawn', () => {
    const detail = anExecutionDetail();
    detail.definition.nodes.reverse();

    expect(toRunView(detail).nodes.map(({ node }) => node.id)).toEqual([
      'start',
      'announce',
      'still-open',
      'note',
      'escalate',
    ]);
  });

  it('says that a node may still run while the run goes on', () => {
    const steps = [aStep({ state: 'running' })];

    expect(states(anExecutionDetail({ status: 'RUNNING', steps }))).toEqual(
      expect.objectContaining({ announce: 'running', escalate: 'pending' }),
    );
  });

  it.each(['COMPLETED', 'FAILED', 'CANCELLED', 'SKIPPED'] as const)(
    'says that a node was not reached once the run is %s',
    status => {
      expect(states(anExecutionDetail({ status, steps: [] }))).toEqual(
        expect.objectContaining({ start: 'fired', announce: 'not_reached' }),
      );
    },
  );

  it('follows only the way that a condition took', () => {
    expect(takenEdges(anExecutionDetail())).toEqual(['e1', 'e2', 'e3']);
  });

  it('takes no edge from a step that has not ended', () => {
    const steps = [aStep({ state: 'running' })];

    expect(takenEdges(anExecutionDetail({ status: 'RUNNING', steps }))).toEqual(
      ['e1'],
    );
  });

  it('takes no edge from a failed step that stopped the run', () => {
    const steps = [aStep({ state: 'failed' })];

    expect(takenEdges(anExecutionDetail({ status: 'FAILED', steps }))).toEqual([
      'e1',
    ]);
  });

  it('takes the edge from a failed step that the run went on after', () => {
    const steps = [
      aStep({ state: 'failed' }),
      aStep({ nodeId: 'still-open', branch: 'false' }),
    ];

    expect(takenEdges(anExecutionDetail({ status: 'RUNNING', steps }))).toEqual(
      ['e1', 'e2'],
    );
  });

  it('shows the nodes of a refused definition with a cycle', () => {
    const detail = anExecutionDetail({ status: 'FAILED', steps: [] });
    detail.definition.edges.push({
      id: 'back',
      source: 'note',
      target: 'announce',
    });

    expect(Object.keys(states(detail))).toHaveLength(5);
  });

  it('ignores an edge that leads nowhere', () => {
    const detail = anExecutionDetail();
    detail.definition.edges.push({ id: 'x', source: 'gone', target: 'note' });

    expect(takenEdges(detail)).not.toContain('x');
  });
});
