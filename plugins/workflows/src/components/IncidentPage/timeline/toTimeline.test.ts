import type {
  IncidentPatch,
  IncidentTimelineEntry,
} from 'backstage-plugin-workflows-common';
import { toTimeline } from './toTimeline';

function entry(
  id: string,
  occurredAt: string,
  patch: IncidentPatch,
): IncidentTimelineEntry {
  return {
    id,
    occurredAt,
    receivedAt: occurredAt,
    event: { incidentKey: 'k', occurredAt, patch },
  };
}

describe('toTimeline', () => {
  const opened = entry('1', '2026-11-22T10:00:00Z', {
    status: 'triggered',
    title: 'Slow',
    labels: { severity: 'critical' },
  });
  const resolved = entry('2', '2026-11-22T10:05:00Z', {
    status: 'resolved',
    title: 'Slow',
    labels: { severity: 'critical' },
  });

  it('orders events by when they happened', () => {
    expect(toTimeline([resolved, opened]).map(event => event.entry.id)).toEqual(
      ['1', '2'],
    );
  });

  it('tells what is new from what is said again', () => {
    const [first, second] = toTimeline([opened, resolved]);

    expect(first.news.map(({ field }) => field)).toEqual([
      'status',
      'title',
      'labels',
    ]);
    expect(first.repeats).toEqual([]);
    expect(second.news).toEqual([{ field: 'status', value: 'resolved' }]);
    expect(second.repeats).toEqual(['title', 'labels']);
  });

  it('takes a field that an event leaves out as still known', () => {
    const silent = entry('3', '2026-11-22T10:06:00Z', {});
    const again = entry('4', '2026-11-22T10:07:00Z', { title: 'Slow' });

    const [, quiet, last] = toTimeline([opened, silent, again]);

    expect(quiet.news).toEqual([]);
    expect(last.repeats).toEqual(['title']);
  });
});
