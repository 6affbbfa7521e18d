import { definition, node } from '../testing/definitions';
import { isWorkflowDefinition } from './guards';
import { parseDefinition, validateDefinition } from './validate';

const conditions = [{ field: 'severity', value: 'critical' }];

function withTrigger(trigger: object, settings: object = {}) {
  return { ...definition([node('a')], ['t>a']), trigger, settings };
}

it.each<[string, object]>([
  ['incident_created', {}],
  ['state_changed', { from: ['triggered'], to: ['resolved', 'closed'] }],
  ['incident_updated', {}],
  [
    'incident_updated',
    { changed: ['severity'], changedFrom: ['low'], changedTo: ['high'] },
  ],
  ['escalation', {}],
  ['age', { state: 'open', longerThan: '15min' }],
  [
    'age',
    { state: 'unacknowledged', longerThan: '30d', includeExisting: true },
  ],
  ['manual', {}],
])('knows the trigger %s %j', (type, fields) => {
  const value = withTrigger({ type, ...fields, conditions });
  expect(parseDefinition(value).problems).toEqual([]);
  expect(isWorkflowDefinition(value)).toBe(true);
});

it.each<[string, object, string, RegExp]>([
  ['no age', { type: 'age', state: 'open' }, 'trigger.longerThan', /required/],
  [
    'an unknown state',
    { type: 'age', state: 'new', longerThan: '5min' },
    'trigger.state',
    /one of open, unacknowledged/,
  ],
  [
    'no time at all',
    { type: 'age', state: 'open', longerThan: '0s' },
    'trigger.longerThan',
    /at least 1s/,
  ],
  [
    'more than may be waited for',
    { type: 'age', state: 'open', longerThan: '31d' },
    'trigger.longerThan',
    /at most 30d/,
  ],
  [
    'an empty list of fields',
    { type: 'incident_updated', changed: [] },
    'trigger.changed',
    /leave it out/,
  ],
  [
    'what belongs to another trigger',
    { type: 'manual', from: ['triggered'] },
    'trigger.from',
    /not known here/,
  ],
])('refuses a trigger with %s', (_, trigger, path, message) => {
  const { problems } = parseDefinition(
    withTrigger({ conditions: [], ...trigger }),
  );
  expect(problems).toEqual([
    expect.objectContaining({ path, message: expect.stringMatching(message) }),
  ]);
});

it.each<[object, string | undefined]>([
  [{ per: 'incident' }, undefined],
  [{ per: 'episode' }, undefined],
  [{ per: 'event' }, undefined],
  [{ per: 'fields', fields: ['service', 'labels.env'] }, undefined],
  [{ per: 'fields' }, 'settings.once.fields'],
  [{ per: 'incident', fields: ['service'] }, 'settings.once.fields'],
  [{ per: 'day' }, 'settings.once.per'],
])(
  'takes the rule for once %j unless there is a problem at %s',
  (once, path) => {
    const { problems } = parseDefinition(
      withTrigger({ type: 'manual', conditions: [] }, { once }),
    );
    expect(problems.map(problem => problem.path)).toEqual(path ? [path] : []);
  },
);

it.each([
  [{ type: 'state_changed', to: [] }, 'trigger.to'],
  [{ type: 'state_changed', from: [] }, 'trigger.from'],
  [
    { type: 'state_changed', from: ['resolved'], to: ['resolved'] },
    'trigger.to',
  ],
  [
    { type: 'incident_updated', changedFrom: ['a'], changedTo: ['a'] },
    'trigger.changedTo',
  ],
])('says that %j never fires', (trigger, path) => {
  const parsed = parseDefinition(withTrigger({ conditions: [], ...trigger }));
  const problems = validateDefinition(parsed.definition!, {
    actions: [],
    secretNames: [],
  });
  expect(
    problems.filter(({ code }) => code === 'trigger_never_fires'),
  ).toMatchObject([{ path }]);
});
