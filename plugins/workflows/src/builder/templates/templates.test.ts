import { KNOWN_FIELDS } from 'backstage-plugin-workflows-common';
import { webhookDescriptor } from '../testing/webhookDescriptor';
import { aWorkflow } from '../testing/workflow';
import { sampleOf } from './outputPaths';
import { earlierSteps, sampleSteps, scopePaths } from './scopePaths';
import { suggestionsAt } from './suggestionsAt';
import { unknownPaths } from './unknownPaths';

const outputSchema = {
  type: 'object',
  properties: {
    status: { type: 'integer', description: 'The status.', examples: [200] },
    body: {},
    issue: {
      type: 'object',
      properties: { key: { type: 'string' } },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};
const fields = [
  ...KNOWN_FIELDS,
  {
    ...KNOWN_FIELDS[1],
    path: 'labels.app.kubernetes.io/name',
    values: [{ value: 'shop', count: 3 }],
  },
];
const paths = scopePaths(fields, [
  { id: 'ask', title: 'Ask', outputSchema },
  { id: 'my-step', title: 'Mine', outputSchema, kept: ['ticket'] },
]);

const suggested = (marked: string, language: 'line' | 'json' = 'line') => {
  const at = marked.indexOf('^');
  const found = suggestionsAt(marked.replace('^', ''), at, paths, language);
  return found && { ...found, labels: found.suggestions.map(s => s.label) };
};

describe('what is suggested', () => {
  it('is every path of the incident, the entity and the steps', () => {
    expect(suggested('a {{ ^')!.labels).toEqual(
      expect.arrayContaining([
        'incident.severity',
        'incident.labels["app.kubernetes.io/name"]',
        'entity.spec.lifecycle',
        'entity.ref',
        'steps.ask.state',
        'steps.ask.output.issue.key',
        'steps["my-step"].output.values.ticket',
        'trigger.change.from',
      ]),
    );
  });

  it.each([
    ['nothing outside of a template', 'a ^', undefined],
    ['nothing behind a template', '{{ a }} ^', undefined],
    ['from where the word begins', 'a {{ incident.se^', 5],
    ['within brackets as well', '{{ steps["my-s^', 3],
    ['in a tag', '{% if inc^', 6],
    ['in a second one', '{{ a }}{{ b^', 10],
  ])('is %s', (_, marked, from) => {
    expect(suggested(marked)?.from).toBe(from);
  });

  it('closes what is open and nothing else', () => {
    const applied = (marked: string, language?: 'json') =>
      suggested(marked, language)!.suggestions.find(({ label }) =>
        label.startsWith('incident.labels["'),
      )!.apply;
    const path = 'incident.labels["app.kubernetes.io/name"]';
    expect(applied('{{^')).toBe(` ${path} }}`);
    expect(applied('{{ ^')).toBe(`${path} }}`);
    expect(applied('{{ ^ }}')).toBe(path);
    expect(applied('{% if ^ %}')).toBe(path);
    expect(applied('{{ ^ and {{ b }}')).toBe(`${path} }}`);
    expect(applied('"{{ ^ }}"', 'json')).toBe(path.replaceAll('"', "'"));
  });

  it('is a filter behind a |', () => {
    expect(suggested('{{ incident.title | up^')!.labels).toContain('upper');
    expect(suggested('{{ incident.title | up^')!.labels).not.toContain(
      'incident.title',
    );
  });
});

describe('what is warned of', () => {
  it.each([
    ['{{ incident.severity }} {{ incident.labels.env }}', []],
    ['{{ incident.labels["app.kubernetes.io/name"] | upper }}', []],
    ['{{ trigger.incident.title }} {{ trigger.change }}', []],
    ['{{ steps.ask.output.body.anything.at.all }}', []],
    ["{{ steps['my-step'].output.status }}", []],
    ['{{ "steps.x" if incident.url is defined else range(3) }}', []],
    [
      '{% for tag in entity.metadata.tags %}{{ tag.x }}{{ loop.index }}{% endfor %}',
      [],
    ],
    ['{{ incident.title | replace("a", "b") | default(x="none") }}', []],
    // A step that there is not is an error of the validation.
    ['{{ steps.nobody.output }}', []],
    ['incident.nothing', []],
    ['{{ incident.severty }}', [['incident.severty', 'unknown']]],
    [
      '{{ trigger.incident.severty }}',
      [['trigger.incident.severty', 'unknown']],
    ],
    ['{{ steps.ask.output.isue }}', [['steps.ask.output.isue', 'unknown']]],
    ['{{ steps.ask.outputs }}', [['steps.ask.outputs', 'unknown']]],
    ['{{ title }}', [['title', 'unknown']]],
    ['{{ entity.spec.lifecylce }}', [['entity.spec.lifecylce', 'unseen']]],
  ])('in %s', (text, expected) => {
    const found = unknownPaths(text, paths);
    const unseenLabels = found.filter(
      ({ path }) => !path.includes('labels.env'),
    );
    expect(unseenLabels.map(({ path, kind }) => [path, kind])).toEqual(
      expected,
    );
  });

  it('says what was probably meant, and where it stands', () => {
    expect(unknownPaths('a {{ incident.severty }}', paths)).toMatchObject([
      { instead: 'incident.severity', from: 5, to: 21 },
    ]);
  });

  it('says nothing of labels while none are known', () => {
    const without = scopePaths(KNOWN_FIELDS, []);
    expect(unknownPaths('{{ incident.labels.env }}', without)).toEqual([]);
    expect(unknownPaths('{{ incident.labels.env }}', paths)).toMatchObject([
      { kind: 'unseen' },
    ]);
  });
});

describe('earlier steps', () => {
  const { definition } = aWorkflow();
  const action = (id: string, config = {}) => ({
    id,
    type: 'action' as const,
    position: { x: 0, y: 0 },
    data: { actionType: 'webhook' as const, config } as never,
  });
  const drawn = {
    ...definition,
    nodes: [
      ...definition.nodes,
      action('a', { keep: { ticket: 'body.id' } }),
      action('b'),
      action('c'),
    ],
    edges: [
      { id: '1', source: 'trigger', target: 'a' },
      { id: '2', source: 'a', target: 'b' },
      { id: '3', source: 'trigger', target: 'c' },
    ],
  };

  it('are those that lead here, and no other', () => {
    const steps = earlierSteps(drawn, 'b', [webhookDescriptor]);
    expect(steps).toMatchObject([
      { id: 'a', title: 'Webhook', kept: ['ticket'] },
    ]);
    expect(sampleSteps(steps)).toMatchObject({
      a: { state: 'completed', output: { values: { ticket: '(ticket)' } } },
    });
  });

  it('have a sample in the shape of their output', () => {
    expect(sampleOf(outputSchema)).toEqual({
      status: 200,
      body: {},
      issue: { key: 'text' },
    });
  });
});
