import { ConfigReader } from '@backstage/config';
import type { SourcedIncident } from './EntityRules';
import { readEntityRules } from './readEntityRules';

function read(rules: unknown) {
  return readEntityRules(
    new ConfigReader({ workflows: { catalog: { rules: rules as any } } }),
  );
}

const incident: SourcedIncident = {
  sourceId: 'alertmanager',
  incidentKey: 'k',
  status: 'triggered',
  episode: 1,
  title: 'Down',
  labels: { app: 'cart', cluster: 'prod-1' },
  metadata: {},
  startedAt: '2026-01-01T00:00:00Z',
};

const when = [
  { field: 'labels.cluster', operator: 'startsWith', value: 'prod' },
];

describe('readEntityRules', () => {
  it('looks for nothing by rule without rules', () => {
    const rules = readEntityRules(new ConfigReader({}));
    expect(rules.lookup(incident).rules).toEqual([]);
  });

  it('makes a ref of each rule that applies, in order', () => {
    const rules = read([
      { when, entityRef: 'component:default/{{ labels.app }}' },
      { when: [{ field: 'sourceId', value: 'x' }], entityRef: 'component:x' },
      { when, entityRef: '{{ labels.app }}-{{ incidentKey }}' },
      { when, entityRef: '{{ labels.nothing }}' },
    ]);
    expect(rules.lookup(incident).rules).toEqual([
      { rule: 'workflows.catalog.rules[0]', ref: 'component:default/cart' },
      { rule: 'workflows.catalog.rules[2]', ref: 'cart-k' },
    ]);
  });

  it('passes over a rule whose ref cannot be made for an incident', () => {
    const rules = read([
      { when, entityRef: '{{ title.repeat(9) }}' },
      { when, entityRef: 'component:b' },
    ]);
    expect(rules.lookup(incident).rules).toEqual([
      { rule: 'workflows.catalog.rules[1]', ref: 'component:b' },
    ]);
  });

  it.each([
    ['x', 'workflows.catalog.rules must be a list'],
    [['x'], 'workflows.catalog.rules[0]: must be an object'],
    [[{ when }], 'workflows.catalog.rules[0].entityRef: is required'],
    [
      [{ when: [], entityRef: 'a' }],
      'workflows.catalog.rules[0].when: must hold a condition',
    ],
    [
      [
        { when, entityRef: 'a' },
        {
          when: [{ field: 'a', operator: 'is', value: 1 }],
          entityRef: 'a',
        },
      ],
      'workflows.catalog.rules[1].when.0.operator: must be one of equals',
    ],
    [
      [{ when, entityRef: 'a', match: 'any' }],
      'workflows.catalog.rules[0].match: is not known here',
    ],
    [
      [{ when, entityRef: '{{ labels.app' }],
      'workflows.catalog.rules[0].entityRef: ',
    ],
  ])('refuses %j and names the place', (rules, message) => {
    expect(() => read(rules)).toThrow(message);
  });
});
