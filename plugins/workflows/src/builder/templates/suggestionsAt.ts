import type { CodeSuggestion } from '../code/CodeAreaProps';
import type { TemplatePath } from './TemplatePath';
import { templateAt } from './templateAt';

/** The filters that people need; the others may be typed. */
const FILTERS = [
  ...['capitalize', 'default', 'dump', 'first', 'int', 'join', 'last'],
  ...['length', 'lower', 'replace', 'round', 'sort', 'string', 'title'],
  ...['trim', 'truncate', 'upper', 'urlencode'],
];

const MAX_VALUES = 5;

/** What may stand at a place of a text with templates. */
export function suggestionsAt(
  text: string,
  at: number,
  paths: readonly TemplatePath[],
  language: 'line' | 'text' | 'json',
): { from: number; suggestions: CodeSuggestion[] } | undefined {
  const place = templateAt(text, at);
  if (!place) {
    return undefined;
  }
  // The braces that are not there yet come with it.
  const opening = text.slice(0, place.from).endsWith('{{') ? ' ' : '';
  const isPrint = text.lastIndexOf('{{', at) >= text.lastIndexOf('{%', at);
  const closing = place.closed || !isPrint ? '' : ' }}';
  const found: CodeSuggestion[] =
    place.kind === 'filter'
      ? FILTERS.map(label => ({ label, kind: 'filter' }))
      : paths.map(({ path, type, title, description, values = [] }, index) => ({
          // The usual ones stand first in the catalogue.
          boost: Math.max(-99, 99 - index),
          label: path,
          detail: type,
          info: [
            title,
            description,
            values
              .slice(0, MAX_VALUES)
              .map(value => JSON.stringify(value))
              .join(', '),
          ]
            .filter(Boolean)
            .join('\n'),
          kind: 'field',
        }));
  return {
    from: place.from,
    suggestions: found.map(suggestion => ({
      ...suggestion,
      apply: `${opening}${
        // Within a text of JSON a quote is escaped.
        language === 'json'
          ? suggestion.label.replaceAll('"', "'")
          : suggestion.label
      }${closing}`,
    })),
  };
}
