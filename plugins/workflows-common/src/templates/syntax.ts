/**
 * Whether a text holds template syntax at all.
 *
 * @public
 */
export function isTemplate(text: string): boolean {
  return /\{[{%#]/.test(text);
}

/** Whether a template may do the work of one of its parts many times. */
export function hasLoop(template: string): boolean {
  return /\{%[-+]?\s{0,99}for\b/.test(template);
}

const TAGS = [
  ...['if', 'elif', 'elseif', 'else', 'endif'],
  ...['for', 'endfor', 'raw', 'endraw'],
];

/** The interpreter's time to read a template grows with the square of its tags. */
const MAX_TAGS = 500;

/**
 * Why a template has too many tags or one that is not for the template of one
 * text, or `undefined`. Variables and macros are left out because with them a text can
 * grow and repeat itself out of sight of every limit, and a leaf needs neither.
 */
export function tagProblem(template: string): string | undefined {
  const tags = template.match(/\{[{%#]/g)?.length ?? 0;
  if (tags > MAX_TAGS) {
    return `a template has at most ${MAX_TAGS} tags, found ${tags}; make it smaller`;
  }
  for (const [, tag] of template.matchAll(/\{%[-+]?\s{0,99}([a-z_]+)/gi)) {
    if (!TAGS.includes(tag)) {
      return `the tag "${tag}" is not available; templates know if, for and raw`;
    }
  }
  return undefined;
}
