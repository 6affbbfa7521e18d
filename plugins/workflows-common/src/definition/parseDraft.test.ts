import fc from 'fast-check';
import { entityScope } from '../matching/entityScope';
import { definition, node, webhook } from '../testing/definitions';
import { blocksPublishing, blocksSaving } from './problems';
import type { WorkflowDefinition } from './schema';
import { parseDefinition, parseDraft, validateDefinition } from './validate';
import { entityRefsOf } from './validateEntities';

/** With something in every place where forms write. */
const full = definition(
  [
    webhook('a', '{{ incident.title }}', {
      label: 'Tell',
      timeout: '10s',
      retry: { attempts: 3, initialDelay: '1s' },
      onError: 'continue',
    }),
    node('c', 'condition', {
      conditions: [
        { field: 'severity', operator: 'in', value: ['critical'] },
        { match: 'any', conditions: [{ field: 'title', value: 'x' }] },
      ],
    }),
    node('d', 'delay'),
    node('j', 'action', {
      actionType: 'jira',
      config: {
        operation: 'createIssue',
        baseUrl: 'https://acme.atlassian.net',
        auth: { type: 'bearer', token: { secret: 'TOKEN' } },
        project: 'OPS',
        issueType: 'Bug',
        summary: '{{ incident.title }}',
      },
    }),
  ],
  ['t>a', 'a>c', 'c:true>d', 'd>j'],
  {
    trigger: {
      type: 'state_changed',
      from: ['triggered'],
      to: ['resolved'],
      conditions: [{ field: 'service.id', value: 'S1' }],
      entities: {
        owners: ['group:default/payments'],
        types: ['service'],
        conditions: [{ field: 'entity.spec.type', value: 'service' }],
      },
    },
    settings: { timeout: '5min', concurrency: 2 },
  },
);

const copy = (): any => JSON.parse(JSON.stringify(full));

function changed(change: (value: any) => void) {
  const value = copy();
  change(value);
  return value;
}

it('begins with a definition that is right', () => {
  expect(parseDefinition(full).problems).toEqual([]);
});

it.each<[string, (value: any) => void]>([
  ['an empty URL', d => (d.nodes[1].data.config.url = '')],
  ['a missing URL', d => delete d.nodes[1].data.config.url],
  ['half a URL', d => (d.nodes[1].data.config.url = 'https:/')],
  ['a delay without a number', d => (d.nodes[3].data.duration = 'min')],
  ['a condition without a value', d => delete d.trigger.conditions[0].value],
  ['a condition without a field', d => (d.trigger.conditions[0].field = '')],
  ['no condition yet', d => (d.nodes[2].data.conditions = [])],
  ['a ticket without a summary', d => delete d.nodes[4].data.config.summary],
  ['an owner that is none', d => (d.trigger.entities.owners = ['payments'])],
  ['no type of entity', d => (d.trigger.entities.types = [])],
  ['no authentication yet', d => delete d.nodes[4].data.config.auth],
  ['no secret yet', d => delete d.nodes[4].data.config.auth.token],
  ['a timeout that is none', d => (d.settings.timeout = 'soon')],
])('takes %s as a draft, not to be published', (_, change) => {
  const value = changed(change);
  const draft = parseDraft(value);
  expect(draft.definition).toEqual(value);
  expect(draft.problems.filter(blocksPublishing)).toHaveLength(1);
  expect(draft.problems.filter(blocksSaving)).toEqual([]);
  expect(parseDefinition(value).definition).toBeUndefined();
});

it.each<[string, (value: any) => void]>([
  ['a misspelt field', d => (d.nodes[1].data.config.boddy = 1)],
  ['a missing config', d => delete d.nodes[1].data.config],
  ['a type that there is not', d => (d.nodes[1].type = 'loop')],
  ['a trigger that there is not', d => (d.trigger.type = 'cron')],
  ['an unknown operator', d => (d.trigger.conditions[0].operator = 'like')],
  ['text in place of a list', d => (d.trigger.entities.owners = 'payments')],
  ['a number as a URL', d => (d.nodes[1].data.config.url = 5)],
  ['an object as a status', d => (d.trigger.from = [{ toString: 1 }])],
  ['an owner that is nothing', d => (d.trigger.entities.owners = [null])],
  ['no place', d => delete d.nodes[1].position],
])('does not take %s as a draft', (_, change) => {
  const draft = parseDraft(changed(change));
  expect(draft.definition).toBeUndefined();
  expect(draft.problems.some(blocksSaving)).toBe(true);
});

it('lists what is no draft before all that is one', () => {
  const value = changed(d => {
    d.nodes[1].data.config.headers = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`not a name ${index}`, 'x']),
    );
    d.nodes[4].data.config.boddy = 1;
  });
  const [first] = parseDraft(value).problems;
  expect(first.path).toBe('nodes.4.data.config.boddy');
  expect(parseDraft(value).definition).toBeUndefined();
});

const ENTITY = {
  ref: 'component:default/checkout',
  kind: 'Component',
  spec: { type: 'service' },
  owner: 'group:default/payments',
};

it('refuses for good reason what shares its path with a field', () => {
  const value = changed(d => {
    d.nodes[1].data.config.url = '';
    d['nodes.1.data.config.url'] = 1;
  });
  expect(parseDraft(value).problems).toEqual([
    expect.objectContaining({ code: 'schema' }),
  ]);
});

it('takes a condition apart whatever its value is', () => {
  const value = changed(d => {
    d.trigger.conditions[0].operator = 'matches';
    d.trigger.conditions[0].value = { toString: 1 };
  });
  expect(parseDraft(value).definition).toEqual(value);
});

/** The paths of everything within a value. */
function placesIn(value: unknown, base: string[] = []): string[][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => [
        [...base, key],
        ...placesIn(item, [...base, key]),
      ])
    : [];
}

it('can be validated and read, whatever stands in whatever place', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...placesIn(full)),
      fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }),
      (place, replacement) => {
        const value = changed(draft => {
          const last = place[place.length - 1];
          const holder = place
            .slice(0, -1)
            .reduce((at: any, key) => at[key], draft);
          if (replacement === undefined && !Array.isArray(holder)) {
            delete holder[last];
          } else {
            holder[last] = replacement ?? null;
          }
        });
        const parsed = parseDraft(value);
        if (parsed.definition) {
          const read: WorkflowDefinition = parsed.definition;
          validateDefinition(read, { actions: [], secretNames: [] });
          entityRefsOf(read);
          const { trigger } = read;
          entityScope({ id: 'w', name: 'W', ownerRef: '', trigger }, ENTITY);
        }
      },
    ),
    { numRuns: 3_000 },
  );
});
