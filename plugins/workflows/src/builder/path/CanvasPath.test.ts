import { toRunView } from '../../components/ExecutionPage/run/toRunView';
import { anExecutionDetail } from '../../testing/history/fixtures';
import { pathOf } from './CanvasPath';

const detail = anExecutionDetail();

describe('pathOf', () => {
  it('of a run has what became of each node, and the edges that it took', () => {
    const { nodes, edges } = pathOf(toRunView(detail));
    expect(
      Object.fromEntries([...nodes].map(([id, { state }]) => [id, state])),
    ).toEqual({
      start: 'fired',
      announce: 'completed',
      'still-open': 'completed',
      escalate: 'completed',
      note: 'skipped',
    });
    expect(
      [...edges].filter(([, on]) => on === 'taken').map(([id]) => id),
    ).toEqual(['e1', 'e2', 'e3']);
    expect([...edges.values()]).toContain('untaken');
  });

  it('says nothing of edges to what may still be reached', () => {
    const view = toRunView({ ...detail, status: 'RUNNING', steps: [] });
    expect([...pathOf(view).edges.values()]).not.toContain('untaken');
  });

  it('gives the same object for a node that looks the same, so that it does not render again', () => {
    const [first, second] = [1, 2].map(() => pathOf(toRunView(detail)).nodes);
    expect(first.get('announce')).toBe(second.get('announce'));
    const stale = pathOf(toRunView(detail), new Set(['announce'])).nodes;
    expect(stale.get('announce')).toEqual({
      state: 'completed',
      isStale: true,
    });
  });
});
