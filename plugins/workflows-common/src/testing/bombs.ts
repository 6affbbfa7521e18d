import type { JsonObject } from '@backstage/types';
import { LIMITS } from '../limits';

/** Texts and lists for the bombs to work on. */
export const bombContext: JsonObject = {
  big: 'word '.repeat(20_000),
  lines: 'a\n'.repeat(20_000),
  list: Array.from({ length: 2_000 }, (_, index) => index),
};

const thrice = (body: string) =>
  `${'{% for i in range(90) %}'.repeat(3)}${body}${'{% endfor %}'.repeat(3)}`;

/** Templates made to hold up the portal, each with its name and what its error says. */
export const BOMBS: Array<[string, string, RegExp]> = [
  [
    'a long loop',
    '{% for i in range(100000000) %}x{% endfor %}',
    /steps of work/,
  ],
  ['loops in loops', thrice('x'), /steps of work/],
  ['a long range', '{{ range(100000000) | length }}', /steps of work/],
  [
    'nested brackets',
    `{{ ${'('.repeat(5_000)}1${')'.repeat(5_000)} }}`,
    /levels of nesting/,
  ],
  [
    'nested blocks',
    '{% if a %}'.repeat(200) + '{% endif %}'.repeat(200),
    /levels of nesting/,
  ],
  [
    'a macro that calls itself',
    '{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}',
    /"macro" is not available/,
  ],
  [
    'a doubling text',
    '{% set s = "0123456789" %}{% for i in range(60) %}{% set s = s ~ s %}{% endfor %}{{ s[0] }}',
    /"set" is not available/,
  ],
  [
    'a huge replacement',
    `{{ big | replace("w", "${'y'.repeat(1_000)}") }}`,
    /filters of one step/,
  ],
  ['a huge padding', '{{ "x" | center(100000000) }}', /filters of one step/],
  [
    'a huge join',
    `{{ list | join("${'y'.repeat(5_000)}") }}`,
    /filters of one step/,
  ],
  ['a huge source', `${'x'.repeat(20_000)}{{ 1 }}`, /16000 characters/],
  ['many tags', '{{1}}'.repeat(3_000), /at most 500 tags/],
  ['many parts', `{{ [${'1,'.repeat(3_000)}1] }}`, /1000 parts/],
  ['a huge output', '{{ big }}{{ big }}{{ big }}', /characters of output/],
  [
    'a huge text in between',
    `{{ (${Array(6).fill('big').join(' ~ ')}) | length }}`,
    /bytes for one filter/,
  ],
  [
    'a filter used without end',
    '{% for i in range(600) %}{{ "a" | upper }}{% endfor %}',
    /filters at most 500 times/,
  ],
  ['a huge indentation', '{{ lines | indent(100000) }}', /filters of one step/],
  [
    'a chain of filters',
    `{{ big ${'| upper | lower '.repeat(60)} }}`,
    /levels of nesting/,
  ],
  ...[
    'wordcount',
    'upper',
    'title',
    'escape',
    'urlencode',
    'striptags',
    'reverse',
    'list',
    'dump',
    'indent',
    'replace("w", "yy")',
  ].map((filter): [string, string, RegExp] => [
    `the filter ${filter} in a loop`,
    thrice(`{{ big | ${filter} | length }}`),
    /filters of one step|steps of work/,
  ]),
  ['sorting in a loop', thrice('{{ list | sort | length }}'), /steps of work/],
  [
    'searching in a loop',
    thrice('{% if "y" in big %}{% endif %}'),
    /steps of work/,
  ],
  ['a slow regular expression', '{{ r/(a+)+$/g.test(big) }}', /regular/],
];

/** As `BOMBS`, but harmless alone: only many of them in one step hold it up. */
export const CLUSTER_BOMBS: Array<[string, string, RegExp]> = [
  [
    'loops, each within the limits of one template',
    '{% for i in range(60) %}{% for j in range(60) %}{% endfor %}{% endfor %}',
    /steps of work/,
  ],
  [
    'filters, each within the limits of one template',
    '{% for i in range(20) %}{{ "a" | upper }}{% endfor %}',
    /filters at most 500 times/,
  ],
];

/** As many of one template as a step may have. */
export function many(template: string): string[] {
  return Array<string>(LIMITS.templatesPerConfig).fill(template);
}
