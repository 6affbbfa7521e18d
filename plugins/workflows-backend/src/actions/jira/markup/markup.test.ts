import { toAdf } from './toAdf';
import { toWiki } from './toWiki';

const p = (...content: object[]) => ({ type: 'paragraph', content });
const t = (text: string, ...marks: object[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks } : {}),
});

it.each<[string, object[]]>([
  ['', [p()]],
  [
    'a **b *c*** ~~d~~',
    [
      p(
        t('a '),
        t('b ', { type: 'strong' }),
        t('c', { type: 'strong' }, { type: 'em' }),
        t(' '),
        t('d', { type: 'strike' }),
      ),
    ],
  ],
  [
    '## Head\n\nsoft\nbreak  \nhard',
    [
      { type: 'heading', attrs: { level: 2 }, content: [t('Head')] },
      p(t('soft'), t(' '), t('break'), { type: 'hardBreak' }, t('hard')),
    ],
  ],
  [
    '**`code`** in [`a` link](https://x.example/a)',
    [
      p(
        t('code', { type: 'code' }),
        t(' in '),
        t(
          'a',
          { type: 'code' },
          { type: 'link', attrs: { href: 'https://x.example/a' } },
        ),
        t(' link', { type: 'link', attrs: { href: 'https://x.example/a' } }),
      ),
    ],
  ],
  ['[run](javascript:alert(1))', [p(t('[run](javascript:alert(1))'))]],
  ['[here](/relative)', [p(t('here'))]],
  [
    '![chart](https://x.example/c.png)',
    [
      p(
        t('chart', {
          type: 'link',
          attrs: { href: 'https://x.example/c.png' },
        }),
      ),
    ],
  ],
  ['<b>no html</b>', [p(t('<b>no html</b>'))]],
  [
    '3. a\n   - # b',
    [
      {
        type: 'orderedList',
        attrs: { order: 3 },
        content: [
          {
            type: 'listItem',
            content: [
              p(t('a')),
              {
                type: 'bulletList',
                content: [
                  {
                    type: 'listItem',
                    content: [p(t('b', { type: 'strong' }))],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  ],
  ['> > twice', [{ type: 'blockquote', content: [p(t('twice'))] }]],
  [
    '```js title\na\n```',
    [
      {
        type: 'codeBlock',
        attrs: { language: 'js' },
        content: [t('a')],
      },
    ],
  ],
  [
    '|a|\n|-|\n|b|',
    [
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableHeader', content: [p(t('a'))] }],
          },
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', content: [p(t('b'))] }],
          },
        ],
      },
    ],
  ],
])('%j is the document %j', (markdown, content) => {
  expect(toAdf(markdown)).toEqual({ type: 'doc', version: 1, content });
});

it.each([
  ['', ''],
  [
    '# Head\n\nan *em* **strong** ~~old~~ `x`',
    'h1. Head\n\nan _em_ *strong* -old- {{x}}',
  ],
  ['- a\n  1. b\n- c', '* a\n*# b\n* c'],
  ['> quoted\n>\n> twice', '{quote}\nquoted\ntwice\n{quote}'],
  ['> > a', '{quote}\na\n{quote}'],
  ['```sh\nls {code}\n```', '{code:sh}\nls {\u200bcode}\n{code}'],
  ['|a|b|\n|-|-|\n|c||', '||a||b||\n|c| |'],
  ['[a](https://x.example/?q=a|b)', '[a|https://x.example/?q=a%7Cb]'],
  ['![chart](https://x.example/c.png)', '[chart|https://x.example/c.png]'],
  ['https://x.example/a_b', '[https://x.example/a\\_b|https://x.example/a_b]'],
  ['soft\nbreak  \nhard', 'soft break\\\\\nhard'],
  [
    '{color:red} \\[a|b] !x! host_name -1',
    '\\{color:red\\} \\[a\\|b\\] \\!x\\! host\\_name \\-1',
  ],
  ['C:\\dir', 'C:&#92;dir'],
  ['- - a', '* \n** a'],
])('%j is the wiki text %j', (markdown, wiki) => {
  expect(toWiki(markdown)).toBe(wiki);
});

it('takes a text that nests without end', () => {
  for (const text of [
    '>'.repeat(5_000),
    '- '.repeat(5_000),
    '['.repeat(5_000),
  ]) {
    expect(JSON.stringify(toAdf(`${text} a`)).length).toBeLessThan(20_000);
    expect(toWiki(`${text} a`).length).toBeLessThan(20_000);
  }
});
