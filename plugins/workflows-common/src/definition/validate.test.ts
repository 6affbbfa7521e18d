import { definition, edge, node, note, webhook } from '../testing/definitions';
import { LIMITS } from '../limits';
import type { Condition } from '../conditions/schema';
import { type ProblemCode, blocksPublishing, blocksSaving } from './problems';
import type { WorkflowDefinition } from './schema';
import { parseDefinition, validateDefinition } from './validate';

const environment = {
  actions: ['webhook', 'jira', 'linear', 'slack'].map(id => ({ id })),
  secretNames: ['TOKEN', 'ELSEWHERE'],
  secretHosts: {
    TOKEN: [
      'example.com',
      'acme.atlassian.net',
      'api.linear.app',
      'slack.com',
      'login.example.com',
    ],
    ELSEWHERE: ['elsewhere.example.com'],
  },
};

type Found = [code: ProblemCode, path: string, nodeId?: string];

function found(value: WorkflowDefinition): Found[] {
  return validateDefinition(value, environment).map(
    ({ code, path, nodeId }): Found =>
      nodeId === undefined ? [code, path] : [code, path, nodeId],
  );
}

const nested = (depth: number): Condition =>
  depth === 0
    ? { field: 'title', operator: 'exists' }
    : { match: 'all', conditions: [nested(depth - 1)] };

const leaves = (count: number): Condition[] =>
  Array(count).fill({ field: 'title', operator: 'exists' });

/** A chain of all actions that send a secret. */
function sending(name: string): WorkflowDefinition {
  const secret = { secret: name };
  const url = 'https://example.com/{{ incident.title }}';
  const action = (id: string, actionType: string, config: object) =>
    node(id, 'action', { actionType, config });
  return definition(
    [
      action('header', 'webhook', {
        method: 'POST',
        url,
        headers: { 'X-Key': secret },
      }),
      action('oauth', 'webhook', {
        method: 'POST',
        url,
        auth: {
          type: 'oauth2',
          tokenUrl: 'https://login.example.com/token',
          clientId: 'portal',
          clientSecret: secret,
        },
      }),
      action('jira', 'jira', {
        operation: 'comment',
        baseUrl: 'https://acme.atlassian.net',
        auth: { type: 'bearer', token: secret },
        issue: 'OPS-1',
        comment: 'Down',
      }),
      action('linear', 'linear', {
        operation: 'comment',
        auth: { type: 'apiKey', key: secret },
        issue: 'OPS-1',
        comment: 'Down',
      }),
      action('slack', 'slack', {
        token: secret,
        channel: 'C1',
        text: 'Down',
      }),
    ],
    ['t>header', 'header>oauth', 'oauth>jira', 'jira>linear', 'linear>slack'],
  );
}

const CASES: Array<[string, WorkflowDefinition, Found[]]> = [
  [
    'a chain with a condition, a delay and references',
    definition(
      [
        node('if', 'condition'),
        node('wait', 'delay'),
        webhook('a-1', '{{ incident.title }}'),
        webhook('b', '{{ steps["a-1"].output.id }} {{ entity.steps.x }}'),
        node('c', 'condition', {
          conditions: [{ field: 'steps.a-1.output', operator: 'exists' }],
        }),
      ],
      [
        't>if',
        'if:true>wait',
        'wait>a-1',
        'a-1>b',
        'b>c',
        'if:false>b',
        'c:true>d',
      ].slice(0, 6),
    ),
    [['branch_open', 'nodes.5', 'c']],
  ],
  [
    'no trigger',
    { ...definition([], []), nodes: [] },
    [['trigger_count', 'nodes']],
  ],
  [
    'two triggers',
    definition([node('t', 'trigger'), node('t2', 'trigger')], []),
    [['trigger_count', 'nodes', 't2']],
  ],
  [
    'a node id used twice',
    definition([node('a'), node('a')], ['t>a']),
    [['node_id_duplicate', 'nodes.2.id', 'a']],
  ],
  [
    'a note with the id of a node',
    {
      ...definition([node('a')], ['t>a']),
      notes: [note('n'), note('a'), note('n')],
    },
    [
      ['node_id_duplicate', 'notes.1.id'],
      ['node_id_duplicate', 'notes.2.id'],
    ],
  ],
  [
    'an edge id used twice',
    {
      ...definition([node('a'), node('b')], []),
      edges: [edge('t>a'), { ...edge('a>b'), id: 't-a' }],
    },
    [['edge_id_duplicate', 'edges.1.id']],
  ],
  [
    'an edge from nowhere',
    definition([node('a')], ['t>a', 'ghost>a']),
    [['edge_end_unknown', 'edges.1.source']],
  ],
  [
    'an edge to nowhere',
    definition([node('a')], ['t>a', 'a>ghost']),
    [['edge_end_unknown', 'edges.1.target']],
  ],
  [
    'an edge to itself',
    definition([node('a')], ['t>a', 'a>a']),
    [
      ['edge_to_self', 'edges.1.target', 'a'],
      ['graph_cycle', 'edges', 'a'],
    ],
  ],
  [
    'an edge into the trigger',
    definition([node('a')], ['t>a', 'a>t']),
    [
      ['edge_into_trigger', 'edges.1.target', 't'],
      ['graph_cycle', 'edges', 't'],
    ],
  ],
  [
    'an edge that leaves a condition by no way out',
    definition([node('if', 'condition'), node('a')], ['t>if', 'if>a']),
    [['edge_handle', 'edges.1.sourceHandle', 'if']],
  ],
  [
    'an edge that leaves an action by a condition’s way out',
    definition([node('a'), node('b')], ['t>a', 'a:true>b']),
    [['edge_handle', 'edges.1.sourceHandle', 'a']],
  ],
  [
    'two edges by one way out',
    definition([node('a'), node('b')], ['t>a', 't>b']),
    [['edge_handle_taken', 'edges.1.source', 't']],
  ],
  [
    'a cycle',
    definition(
      [node('if', 'condition'), node('b')],
      ['t>if', 'if:true>b', 'b>if'],
    ),
    [['graph_cycle', 'edges', 'if']],
  ],
  [
    'a step that nothing leads to',
    definition([node('a')], []),
    [['node_orphan', 'nodes.1', 'a']],
  ],
  [
    'conditions that nest too deep, in the trigger and in a node',
    definition(
      [node('if', 'condition', { conditions: [nested(9)] }), node('a')],
      ['t>if', 'if:true>a'],
      {
        trigger: { type: 'incident_created', conditions: [nested(9)] },
      },
    ),
    [
      ['condition_depth', 'trigger.conditions'],
      ['condition_depth', 'nodes.1.data.conditions', 'if'],
    ],
  ],
  [
    'too many conditions, over all groups',
    definition([], [], {
      trigger: {
        type: 'incident_created',
        conditions: [
          { match: 'any', conditions: leaves(60) },
          { match: 'any', conditions: leaves(60) },
        ],
      },
    }),
    [['too_large', 'trigger.conditions']],
  ],
  [
    'an action that is not installed',
    definition(
      [node('a', 'action', { actionType: 'acme:page', config: {} })],
      ['t>a'],
    ),
    [['action_unknown', 'nodes.1.data.actionType', 'a']],
  ],
  [
    'a secret that does not exist',
    definition(
      [
        node('a', 'action', {
          config: {
            method: 'POST',
            url: 'https://example.com',
            headers: {
              authorization: { secret: 'NOPE' },
              'x-token': { secret: 'TOKEN' },
            },
          },
        }),
      ],
      ['t>a'],
    ),
    [['secret_unknown', 'nodes.1.data.config.headers.authorization', 'a']],
  ],
  ['secrets that may go where they are sent', sending('TOKEN'), []],
  [
    'secrets that may not go where they are sent',
    sending('ELSEWHERE'),
    [
      ['secret_host', 'nodes.1.data.config.headers.X-Key', 'header'],
      ['secret_host', 'nodes.2.data.config.auth.clientSecret', 'oauth'],
      ['secret_host', 'nodes.2.data.config.auth.clientSecret', 'oauth'],
      ['secret_host', 'nodes.3.data.config.auth.token', 'jira'],
      ['secret_host', 'nodes.4.data.config.auth.key', 'linear'],
      ['secret_host', 'nodes.5.data.config.token', 'slack'],
    ],
  ],
  [
    'a secret that would travel in clear text',
    definition(
      [
        node('a', 'action', {
          config: {
            method: 'POST',
            url: 'http://example.com/{{ incident.title }}',
            auth: { type: 'bearer', token: { secret: 'TOKEN' } },
          },
        }),
      ],
      ['t>a'],
    ),
    [['secret_host', 'nodes.1.data.config.auth.token', 'a']],
  ],
  [
    'a step that does not exist',
    definition([webhook('a', '{{ steps.ghost.output }}')], ['t>a']),
    [['step_unknown', 'nodes.1.data.config.body', 'a']],
  ],
  [
    'a step that runs later',
    definition(
      [webhook('a', '{% if steps.b.output %}x{% endif %}'), node('b')],
      ['t>a', 'a>b'],
    ),
    [['step_not_upstream', 'nodes.1.data.config.body', 'a']],
  ],
  [
    'a condition on a step that does not run before it',
    definition(
      [
        node('if', 'condition', {
          conditions: [{ field: 'steps.a.output', value: 1 }],
        }),
        node('a'),
      ],
      ['t>if', 'if:true>a'],
      {
        trigger: {
          type: 'incident_created',
          conditions: [{ field: 'steps.a.state', value: 1 }],
        },
      },
    ),
    [
      ['step_not_upstream', 'trigger.conditions.0.field'],
      ['step_not_upstream', 'nodes.1.data.conditions.0.field', 'if'],
    ],
  ],
  [
    'templates that cannot be read',
    definition(
      [webhook('a', '{{ incident.title | }}'), webhook('b', '{% set x = 1 %}')],
      ['t>a', 'a>b'],
    ),
    [
      ['template_syntax', 'nodes.1.data.config.body', 'a'],
      ['template_syntax', 'nodes.2.data.config.body', 'b'],
    ],
  ],
];

describe('validateDefinition', () => {
  it.each(CASES)('of %s', (_, value, problems) => {
    expect(parseDefinition(value).problems).toEqual([]);
    expect(found(value)).toEqual(problems);
  });

  it('names the way of a cycle', () => {
    const circle = definition([node('a'), node('b')], ['t>a', 'a>b', 'b>a']);
    expect(validateDefinition(circle, environment)[0].message).toMatch(
      /a → b → a|b → a → b/,
    );
  });

  it('does not look for secrets when it does not know them', () => {
    const value = CASES.find(([name]) => name.startsWith('a secret'))![1];
    expect(validateDefinition(value, { actions: [{ id: 'webhook' }] })).toEqual(
      [],
    );
  });

  it('runs no template: a loop of 10^8 in every step costs nothing', () => {
    const steps = Array.from({ length: 100 }, (_, index) =>
      webhook(
        `s${index}`,
        '{% for i in range(100000000) %}{{ i }}{% endfor %}',
      ),
    );
    expect(
      validateDefinition(definition(steps, ['t>s0']), environment).every(
        ({ code }) => code === 'node_orphan',
      ),
    ).toBe(true);
  });

  it('lets what a person still has to finish be saved, and not be published', () => {
    const unfinished: ProblemCode[] = [
      'node_orphan',
      'branch_open',
      'action_unknown',
      'secret_unknown',
      'secret_host',
      'step_unknown',
      'step_not_upstream',
      'template_syntax',
    ];
    for (const [, value] of CASES) {
      for (const problem of validateDefinition(value, environment)) {
        expect(blocksSaving(problem)).toBe(!unfinished.includes(problem.code));
        expect(blocksPublishing(problem)).toBe(problem.code !== 'branch_open');
      }
    }
  });
});

it('takes the largest definition that the limits allow', () => {
  const nodes = Array.from({ length: LIMITS.nodes - 1 }, (_, i) =>
    node(`n${i}`),
  );
  const edges = nodes.map((_, i) => (i ? `n${i - 1}>n${i}` : 't>n0'));
  const value = definition(nodes, edges);
  expect(parseDefinition(value).problems).toEqual([]);
  expect(found(value)).toEqual([]);
});
