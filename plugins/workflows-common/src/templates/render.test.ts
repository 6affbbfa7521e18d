import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { LIMITS } from '../limits';
import { TemplateError } from './TemplateError';
import { renderConfig } from './render';

const context: JsonObject = {
  incident: {
    title: 'Disk full',
    count: 3,
    open: true,
    labels: { 'app.kubernetes.io/name': 'checkout', team: 'payments' },
    alerts: [{ name: 'a' }, { name: 'b' }],
    nothing: null,
  },
  steps: { ticket: { output: { key: 'OPS-1' } } },
};

it.each<[string, JsonValue]>([
  ['plain text', 'plain text'],
  ['{{ incident.title }}', 'Disk full'],
  ['[{{ incident.title }}]', '[Disk full]'],
  ['{{ incident.title | upper }}', 'DISK FULL'],
  ['{{ incident.count }}', 3],
  ['{{ incident.open }}', true],
  ['{{ incident.alerts }}', [{ name: 'a' }, { name: 'b' }]],
  ['{{ incident.labels["app.kubernetes.io/name"] }}', 'checkout'],
  ['{{ steps.ticket.output.key }}', 'OPS-1'],
  ['{{ incident.nothing }}', null],
  ['{{ incident.absent }}', null],
  ['{{ absent.at.all }}', null],
  ['<{{ absent.at.all }}>', '<>'],
  [' {{ incident.count }}', ' 3'],
  ['{{ incident.count }}{{ incident.count }}', '33'],
  ['{% if incident.open %}open{% else %}shut{% endif %}', 'open'],
  ['{% for a in incident.alerts %}{{ a.name }};{% endfor %}', 'a;b;'],
  ['{# a comment #}', ''],
  ['${{ incident.count }}', '$3'],
  ['{ not: a template }', '{ not: a template }'],
])('%s gives %j', (template, expected) => {
  expect(renderConfig(template, context)).toEqual(expected);
});

it('keeps the shape of a config, its keys and everything that is no text', () => {
  expect(
    renderConfig(
      {
        '{{ key }}': ['{{ incident.count }}', 1, null, false],
        auth: { secret: 'TOKEN' },
        deep: { text: 'about {{ incident.title }}' },
      },
      context,
    ),
  ).toEqual({
    '{{ key }}': [3, 1, null, false],
    auth: { secret: 'TOKEN' },
    deep: { text: 'about Disk full' },
  });
});

it('shows whatever an incident says as literal text, in one pass', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '"}], "admin": true',
          '{{ 7 * 7 }}',
          '{% for i in range(9) %}x{% endfor %}',
          '\n\r\t\\"\'`${1+1}',
          '{"secret":"TOKEN"}',
          '{# #}',
          '\u0000\u2028\ud800',
        ),
      ),
      title => {
        const data = { incident: { title } };
        expect(
          renderConfig(
            { a: '{{ incident.title }}', b: 'T: {{ incident.title }}!' },
            data,
          ),
        ).toEqual({ a: title, b: `T: ${title}!` });
      },
    ),
  );
});

describe('secret references', () => {
  it('are made by no template', () => {
    const data = { given: { secret: 'TOKEN' } };
    for (const template of [
      '{{ given }}',
      '{{ [given] }}',
      '{{ { a: given } }}',
    ]) {
      expect(() => renderConfig({ headers: { auth: template } }, data)).toThrow(
        'headers.auth: the value has the shape of a secret reference, which no template may make',
      );
    }
    expect(renderConfig('text {{ given | dump }}', data)).toBe(
      'text {"secret":"TOKEN"}',
    );
  });

  it('are told from an ordinary field named secret', () => {
    expect(
      renderConfig({ secret: 'of {{ incident.title }}' }, context),
    ).toEqual({ secret: 'of Disk full' });
  });
});

describe('the ways to the interpreter’s own objects', () => {
  const hostile = {
    incident: JSON.parse(
      '{"title":"t","__proto__":"p","constructor":{"prototype":"x"},"nested":[{"prototype":1,"kept":2}]}',
    ),
  };

  it.each([
    '{{ incident["__pro" ~ "to__"] }}',
    '{{ incident["const" ~ "ructor"] }}',
    '{{ ""["const" ~ "ructor"] }}',
    '{{ incident.title["__pro" ~ "to__"] }}',
    '{{ incident.toString }}',
    '{{ globalThis }}',
    '{{ process }}',
    '{{ require }}',
  ])('%s shows nothing', template => {
    expect(renderConfig(template, hostile)).toBeNull();
  });

  it.each([
    '{{ incident.__proto__ }}',
    '{{ incident.constructor }}',
    '{{ incident.constructor.constructor("return process")() }}',
    '{{ range.constructor }}',
    '{{ require("fs") }}',
    '{% include "/etc/passwd" %}',
    '{% import "x" as x %}',
    '{% from "x" import y %}',
    '{% extends "x" %}',
    '{{ r/(a+)+$/.test("aaaa") }}',
    '{{ unclosed',
    '{% if a %}',
    '{{ a | no_such_filter }}',
  ])('%s is refused', template => {
    expect(() => renderConfig(template, hostile)).toThrow(TemplateError);
  });

  it('leave data with such keys usable', () => {
    expect(renderConfig('{{ incident.title }}', hostile)).toBe('t');
    expect(renderConfig('{{ incident.nested }}', hostile)).toEqual([
      { kept: 2 },
    ]);
  });
});

it('names the place and the reason, never the value', () => {
  const config = { body: { fields: [{ title: 'a\n{{ b | }}' }] } };
  let caught: unknown;
  try {
    renderConfig(config, context);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(TemplateError);
  expect(caught).toMatchObject({
    path: 'body.fields.0.title',
    message: expect.stringContaining(
      'body.fields.0.title: the template cannot be rendered: Template error at line 2',
    ),
  });
});

describe('one config as a whole', () => {
  it('holds a bounded number of templates', () => {
    const templates = (count: number) =>
      Array(count).fill('{{ incident.count }}');
    const most = LIMITS.templatesPerConfig;
    expect(renderConfig(templates(most), context)).toHaveLength(most);
    expect(() => renderConfig(templates(most + 1), context)).toThrow(
      `${most}: one step renders at most ${most} templates`,
    );
  });

  it('renders to a bounded size', () => {
    const big = { text: 'x'.repeat(200_000) };
    expect(() => renderConfig(Array(4).fill('{{ text }}'), big)).toThrow(
      `2: the rendered texts of one step hold at most ${LIMITS.renderedChars} characters`,
    );
  });

  it('refuses a context that nests too deep', () => {
    let deep: JsonObject = {};
    for (let level = 0; level < 300; level++) {
      deep = { deep };
    }
    expect(() => renderConfig('{{ a }}', deep)).toThrow(TemplateError);
    expect(() => renderConfig('{{ a }}', deep)).toThrow('values nest at most');
  });
});
