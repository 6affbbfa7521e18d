/** Where the cursor stands within a template. */
export interface TemplatePlace {
  /** `path` is a value, `filter` follows a |. */
  kind: 'path' | 'filter';
  /** Where the word begins that is being typed. */
  from: number;
  /** Whether the template is closed after the cursor, on the same line. */
  closed: boolean;
}

/** Where in a template a place of the text is; nothing outside of one. */
export function templateAt(
  text: string,
  at: number,
): TemplatePlace | undefined {
  const before = text.slice(0, at);
  const start = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'));
  if (start < 0) {
    return undefined;
  }
  const inside = before.slice(start + 2);
  if (/[%}]\}/.test(inside)) {
    return undefined;
  }
  const [word] = /[\w.[\]"'\-:/\\]*$/.exec(inside)!;
  const [line] = text.slice(at).split('\n', 1);
  const end = line.search(/[%}]\}/);
  const next = line.search(/\{[{%]/);
  return {
    kind: /\|\s*$/.test(inside.slice(0, inside.length - word.length))
      ? 'filter'
      : 'path',
    from: at - word.length,
    closed: end >= 0 && (next < 0 || end < next),
  };
}
