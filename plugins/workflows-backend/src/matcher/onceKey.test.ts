import type { AgeTrigger, OncePolicy } from 'backstage-plugin-workflows-common';
import { context, workflow } from './__testUtils__/matchable';
import { onceKey } from './onceKey';
import type { FiredTrigger } from './triggers';

const created: FiredTrigger = { type: 'incident_created', episode: 2 };
const updated: FiredTrigger = { type: 'incident_updated' };
const manual: FiredTrigger = { type: 'manual', requestKey: 'r' };
const aged: FiredTrigger = {
  type: 'age',
  ages: { open: { sinceMs: 1_000, knownMs: 1_000 } },
  fromMs: 0,
  untilMs: 99_000,
};
const age: AgeTrigger = {
  type: 'age',
  state: 'open',
  longerThan: '10s',
  conditions: [],
};

function key(
  fired: FiredTrigger,
  once?: OncePolicy,
  incident: Parameters<typeof context>[0] = {},
) {
  return onceKey({
    workflow: workflow({
      once,
      ...(fired.type === 'age' && { trigger: age }),
    }),
    fired,
    context: context({ episode: 3, ...incident }),
    eventId: 'e',
  });
}

it.each<[FiredTrigger, string]>([
  [created, 'created:i:2'],
  [aged, 'age:i:3'],
  [{ type: 'state_changed', from: 'triggered', to: 'resolved' }, 'state:e'],
  [updated, 'incident_updated:e'],
  [{ type: 'escalation' }, 'escalation:e'],
  [manual, 'manual:r'],
])('goes by the rule of the trigger: %j once per %s', (fired, expected) => {
  expect(key(fired)).toBe(expected);
});

it.each<[FiredTrigger, OncePolicy['per'], string]>([
  [created, 'incident', 'incident:i'],
  [created, 'episode', 'episode:i:2'],
  [updated, 'episode', 'episode:i:3'],
  [created, 'event', 'event:e'],
  [manual, 'event', 'event:manual:r'],
  [aged, 'event', 'reached:i:11000'],
])('goes by the definition instead: %j once per %s', (fired, per, expected) => {
  expect(key(fired, { per })).toBe(expected);
});

it('tells combinations of fields apart, missing ones included', () => {
  const once: OncePolicy = { per: 'fields', fields: ['service', 'team'] };
  const of = (incident: object) => key(updated, once, incident);
  expect(of({ service: 'a', team: 'b', title: '1' })).toBe(
    of({ service: 'a', team: 'b', title: '2', id: 'another' }),
  );
  const different = [
    of({ service: 'a', team: 'b' }),
    of({ service: 'a' }),
    of({ team: 'a' }),
    of({}),
    of({ service: 'ab', team: '' }),
  ];
  expect(new Set(different).size).toBe(different.length);
  expect(different.every(found => found.length < 100)).toBe(true);
});
