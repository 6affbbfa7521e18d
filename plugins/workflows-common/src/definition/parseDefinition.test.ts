import { LIMITS } from '../limits';
import { definition, node, webhook } from '../testing/definitions';
import { parseDefinition } from './validate';

const valid = definition([webhook('a', '{{ incident.title }}')], ['t>a']);

function toPattern(message: string | RegExp): RegExp {
  return message instanceof RegExp
    ? message
    : new RegExp(`^${message.replace(/[{}.?|[\]()]/g, '\\$&')}$`);
}

/** The valid definition as JSON with one thing done to it. */
function broken(change: (value: any) => void): unknown {
  const value = JSON.parse(JSON.stringify(valid));
  change(value);
  return value;
}

const problemsOf = (value: unknown) =>
  parseDefinition(value).problems.map(({ path, message }) => [path, message]);

it('gives the definition back', () => {
  expect(parseDefinition(valid)).toEqual({ definition: valid, problems: [] });
});

it.each<[string, (value: any) => void, string, string | RegExp]>([
  [
    'an unknown node type',
    d => (d.nodes[1].type = 'script'),
    'nodes.1.type',
    'must be one of trigger, action, condition, delay; found "script"',
  ],
  [
    'a missing node type',
    d => delete d.nodes[1].type,
    'nodes.1.type',
    'is required and must be one of trigger, action, condition, delay',
  ],
  [
    'a bad node id',
    d => (d.nodes[1].id = 'a b'),
    'nodes.1.id',
    'must be 1 to 64 letters, digits, _ or -',
  ],
  [
    'a missing position',
    d => delete d.nodes[1].position.y,
    'nodes.1.position.y',
    'is required: a number',
  ],
  [
    'a position that is text',
    d => (d.nodes[1].position.y = '7'),
    'nodes.1.position.y',
    'must be a number, found "7"',
  ],
  [
    'an unknown field of a node',
    d => (d.nodes[1].selected = true),
    'nodes.1.selected',
    'is not known here; remove it or check its spelling',
  ],
  [
    'a missing URL',
    d => delete d.nodes[1].data.config.url,
    'nodes.1.data.config.url',
    'is required',
  ],
  [
    'a URL without scheme',
    d => (d.nodes[1].data.config.url = 'example.com'),
    'nodes.1.data.config.url',
    /^must be http:\/\/ or https:\/\//,
  ],
  [
    'a method that is none',
    d => (d.nodes[1].data.config.method = 'TRACE'),
    'nodes.1.data.config.method',
    'must be one of POST, PUT, PATCH, GET, DELETE; found "TRACE"',
  ],
  [
    'a misspelt config field',
    d => (d.nodes[1].data.config.boddy = 1),
    'nodes.1.data.config.boddy',
    'is not known here; remove it or check its spelling',
  ],
  [
    'a bad header name',
    d => (d.nodes[1].data.config.headers = { 'a b': 'x' }),
    'nodes.1.data.config.headers.a b',
    'must be a valid header name',
  ],
  [
    'a header that is a number',
    d => (d.nodes[1].data.config.headers = { a: 5 }),
    'nodes.1.data.config.headers.a',
    'must be text or a secret of the workflow, { secret: "NAME" }, found 5',
  ],
  [
    'a bad secret name',
    d => (d.nodes[1].data.config.headers = { a: { secret: 'lower' } }),
    'nodes.1.data.config.headers.a.secret',
    'must be upper-case letters, digits and _, starting with a letter',
  ],
  [
    'a missing config',
    d => delete d.nodes[1].data.config,
    'nodes.1.data.config',
    'is required: an object',
  ],
  [
    'an unknown action type',
    d => (d.nodes[1].data.actionType = 'email'),
    'nodes.1.data.actionType',
    'must be webhook, jira, linear, slack, notification, runbook, incident, or namespace:name of a custom action',
  ],
  [
    'a missing action type',
    d => delete d.nodes[1].data.actionType,
    'nodes.1.data.actionType',
    'must be webhook, jira, linear, slack, notification, runbook, incident, or namespace:name of a custom action',
  ],
  [
    'a custom action without config',
    d => (d.nodes[1].data = { actionType: 'acme:page' }),
    'nodes.1.data.config',
    'is required: an object',
  ],
  [
    'action data that is a list',
    d => (d.nodes[1].data = []),
    'nodes.1.data',
    'must be an object with actionType and config, found a list',
  ],
  [
    'too many attempts',
    d => (d.nodes[1].data.retry = { attempts: 99 }),
    'nodes.1.data.retry.attempts',
    /<=20/,
  ],
  [
    'an attempt without time',
    d => (d.nodes[1].data.timeout = '0s'),
    'nodes.1.data.timeout',
    'must be at least 1s',
  ],
  [
    'a delay that is too long',
    d => (d.nodes[1] = node('a', 'delay', { duration: '31d' })),
    'nodes.1.data.duration',
    'must be at most 30d',
  ],
  [
    'an empty condition node',
    d => (d.nodes[1] = node('a', 'condition', { conditions: [] })),
    'nodes.1.data.conditions',
    'needs at least one condition',
  ],
  [
    'an unknown operator, deep in groups',
    d =>
      (d.trigger.conditions = [
        {
          match: 'any',
          conditions: [
            { field: 'a', value: 1 },
            { field: 'a', operator: 'like', value: 1 },
          ],
        },
      ]),
    'trigger.conditions.0.conditions.1.operator',
    /^must be one of equals, .*; found "like"$/,
  ],
  [
    'a condition without value',
    d => (d.trigger.conditions = [{ field: 'a' }]),
    'trigger.conditions.0.value',
    'is required: what to compare with by equals',
  ],
  [
    'a condition with a list missing',
    d => (d.trigger.conditions = [{ field: 'a', operator: 'in', value: 'b' }]),
    'trigger.conditions.0.value',
    'must be a list for in, for example ["a", "b"]',
  ],
  [
    'a condition without field',
    d => (d.trigger.conditions = [{ operator: 'exists' }]),
    'trigger.conditions.0.field',
    'is required',
  ],
  [
    'a group without match',
    d => (d.trigger.conditions = [{ conditions: [] }]),
    'trigger.conditions.0.match',
    'is required and must be one of all, any, none',
  ],
  [
    'a condition that is text',
    d => (d.trigger.conditions = ['severity']),
    'trigger.conditions.0',
    'must be { field, operator, value } or { match, conditions }, found "severity"',
  ],
  [
    'an unknown trigger',
    d => (d.trigger.type = 'cron'),
    'trigger.type',
    'must be one of incident_created, state_changed, incident_updated, escalation, age, manual; found "cron"',
  ],
  [
    'an unknown status',
    d => (d.trigger = { type: 'state_changed', to: ['open'], conditions: [] }),
    'trigger.to.0',
    'must be one of triggered, acknowledged, resolved, closed; found "open"',
  ],
  [
    'an older schema',
    d => (d.schemaVersion = 0),
    'schemaVersion',
    'must be 1; found 0',
  ],
  [
    'a newer schema',
    d => (d.schemaVersion = 2),
    'schemaVersion',
    /written by a newer version/,
  ],
  ['no nodes', d => delete d.nodes, 'nodes', 'is required: a list'],
  [
    'a reserved key',
    d => (d.nodes[1].data.config.body = JSON.parse('{"a":[{"__proto__":1}]}')),
    'nodes.1.data.config.body.a.0.__proto__',
    'the key "__proto__" is reserved; rename it',
  ],
])('refuses %s at its place', (_, change, path, message) => {
  const problems = problemsOf(broken(change));
  expect(problems).toEqual([[path, expect.stringMatching(toPattern(message))]]);
});

it.each([undefined, null, 5, 'text', [], () => 1])(
  'refuses %p as a whole',
  value => {
    const [[path, message]] = problemsOf(value);
    expect(path).toBe('');
    expect(message).toMatch(/^(must be|is required)/);
  },
);

it('names the node of a problem', () => {
  const value = broken(d => (d.nodes[1].data.config.method = 'TRACE'));
  expect(parseDefinition(value).problems[0]).toMatchObject({ nodeId: 'a' });
});

describe('of too much', () => {
  const deep = (levels: number) =>
    JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

  it.each<[string, (value: any) => void, string]>([
    ['10,000 nodes', d => (d.nodes = Array(10_000).fill(d.nodes[1])), 'nodes'],
    ['10,000 edges', d => (d.edges = Array(10_000).fill(d.edges[0])), 'edges'],
    [
      'a body of a megabyte',
      d => (d.nodes[1].data.config.body = 'x'.repeat(1_000_000)),
      '',
    ],
    [
      'a million values',
      d => (d.nodes[1].data.config.body = Array(1_000_000).fill(1)),
      '',
    ],
    [
      'a body nested a million deep',
      d => (d.nodes[1].data.config.body = deep(1_000_000)),
      expect.stringContaining(
        'nodes.1.data.config.body.a.a',
      ) as unknown as string,
    ],
    [
      'conditions nested 10,000 deep',
      d =>
        (d.trigger.conditions = [
          JSON.parse(
            `${'{"match":"all","conditions":['.repeat(10_000)}${']}'.repeat(
              10_000,
            )}`,
          ),
        ]),
      expect.stringContaining(
        'trigger.conditions.0.conditions',
      ) as unknown as string,
    ],
    [
      'a circle',
      d => (d.self = d),
      expect.stringContaining('self.self') as unknown as string,
    ],
  ])('%s is one problem', (_, change, path) => {
    const value = JSON.parse(JSON.stringify(valid));
    change(value);
    const { problems } = parseDefinition(value);
    expect(problems).toMatchObject([{ code: 'too_large', path }]);
    expect(problems[0].path.length).toBeLessThanOrEqual(200);
    expect(problems[0].message).toMatch(/at most \d+/);
  });

  it('shows the first of thousands of problems', () => {
    const value = broken(
      d =>
        (d.nodes[1].data.config.headers = Object.fromEntries(
          Array.from({ length: 5_000 }, (_, i) => [`h ${i}`, i]),
        )),
    );
    expect(parseDefinition(value).problems).toHaveLength(50);
  });

  it('accepts just below the limit of characters', () => {
    const value = broken(
      d =>
        (d.nodes[1].data.config.body = 'x'.repeat(
          LIMITS.definitionChars - 1_000,
        )),
    );
    expect(parseDefinition(value).problems).toEqual([]);
  });
});
