import {
  type TemplateContext,
  type TemplateFilter,
  type TemplateValue,
  createTemplateRenderer,
} from 'nunjitsu';

/** Filters whose work grows with the text that they are given. */
const TEXT_FILTERS = [
  'capitalize',
  'center',
  'dump',
  'e',
  'escape',
  'forceescape',
  'indent',
  'join',
  'jsonify',
  'list',
  'lower',
  'nl2br',
  'replace',
  'reverse',
  'safe',
  'string',
  'striptags',
  'title',
  'trim',
  'truncate',
  'upper',
  'urlencode',
  'urlize',
  'wordcount',
];

const plain = createTemplateRenderer({ cookiecutterCompat: true });

/**
 * The interpreter's own text filters, each reporting how many characters it is
 * about to work on. The interpreter counts steps, and to it a filter over
 * 100,000 characters is one step: `list` of such a text in a loop ran for 86
 * seconds within 10,000 steps. `spend` throws when there were too many.
 */
export function meteredFilters(
  spend: (chars: number) => void,
): Record<string, TemplateFilter> {
  return Object.fromEntries(
    TEXT_FILTERS.map(name => [
      name,
      (input, ...args) => {
        spend(work(name, input, args));
        const names = args.map((_, index) => `a${index}`);
        const context: Record<string, TemplateValue> = {};
        [input, ...args].forEach((value, index) => {
          if (value !== undefined) {
            context[index ? names[index - 1] : 'input'] = value;
          }
        });
        return plain.renderValue(
          `{{ input | ${name}(${names.join(', ')}) }}`,
          context as TemplateContext,
        );
      },
    ]),
  );
}

type Value = TemplateValue | undefined;

/** An upper bound, in characters, of what a filter reads and writes. */
function work(name: string, input: Value, args: readonly Value[]): number {
  const read = [input, ...args].map(chars).reduce((a, b) => a + b, 0);
  const [first, second] = args;
  switch (name) {
    case 'replace':
      return read + (chars(input) / Math.max(1, chars(first))) * chars(second);
    case 'join':
      return read + chars(input) * chars(first);
    case 'indent':
      return read + String(input).split('\n').length * (Number(first) || 4);
    case 'center':
      return read + (Number(first) || 80);
    case 'list':
      // A value of its own for every character.
      return 30 * read;
    default:
      return read;
  }
}

function chars(value: Value): number {
  return typeof value === 'string'
    ? value.length
    : JSON.stringify(value)?.length ?? 0;
}
