import type {
  Incident,
  IncidentUpdatedTrigger,
} from 'backstage-plugin-workflows-common';
import { context, workflow } from './__testUtils__/matchable';
import { eventContext } from './eventContext';
import { fitsTrigger } from './fits';

const before = context({ severity: 'warning', labels: { env: 'test' } });

function fits(
  trigger: Partial<IncidentUpdatedTrigger>,
  after: Partial<Incident>,
) {
  return fitsTrigger(
    workflow({
      trigger: { type: 'incident_updated', conditions: [], ...trigger },
    }),
    { type: 'incident_updated' },
    eventContext({
      before: before.incident,
      after: { ...before.incident, ...after },
    }),
  );
}

it.each<[Partial<IncidentUpdatedTrigger>, Partial<Incident>, boolean]>([
  [{}, { title: 'new' }, true],
  [{}, {}, false],
  [{}, { updatedAt: 'later' }, false],
  [{}, { startedAt: 'earlier', episode: 2 }, false],
  [{ changed: ['severity', 'team'] }, { severity: 'critical' }, true],
  [{ changed: ['severity', 'team'] }, { title: 'new' }, false],
  [{ changed: ['labels.env'] }, { labels: { env: 'live' } }, true],
  [{ changed: ['labels.env'] }, { labels: { env: 'test', a: 'b' } }, false],
  [{ changed: ['assignee'] }, { assignee: 'ada' }, true],
  [{ changedTo: ['critical'] }, { severity: 'critical' }, true],
  [{ changedTo: ['critical'] }, { title: 'new' }, false],
  [{ changedFrom: ['warning'] }, { severity: 'critical' }, true],
  [{ changedFrom: ['info'] }, { severity: 'critical' }, false],
  [{ changedFrom: ['warning'] }, { assignee: 'warning' }, false],
  // From and to are of the same field.
  [
    { changedFrom: ['warning'], changedTo: ['new'] },
    { severity: 'critical', title: 'new' },
    false,
  ],
  [
    {
      changed: ['severity'],
      changedFrom: ['warning'],
      changedTo: ['critical'],
    },
    { severity: 'critical' },
    true,
  ],
])('an update that wants %j by %j: %s', (trigger, after, expected) => {
  expect(fits(trigger, after)).toBe(expected);
});

it('is no update when the incident is new', () => {
  const seen = eventContext({ after: before.incident });
  const trigger: IncidentUpdatedTrigger = {
    type: 'incident_updated',
    conditions: [],
  };
  expect(
    fitsTrigger(workflow({ trigger }), { type: 'incident_updated' }, seen),
  ).toBe(false);
});
