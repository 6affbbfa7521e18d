/**
 * Whether a text holds template syntax at all.
 *
 * @public
 */
export function isTemplate(text: string): boolean {
  return /\{[{%#]/.test(text);
}

const TAGS = [
  ...['if', 'elif', 'elseif', 'else', 'endif'],
  ...['for', 'endfor', 'raw', 'endraw'],
];

/**
 * Why a template uses a tag that is not for templates of one text, or
 * `undefined`. Variables and macros are left out because with them a text can
 * grow and repeat itself out of sight of every limit, and a leaf needs neither.
 */
export function unknownTag(template: string): string | undefined {
  for (const [, tag] of template.matchAll(/\{%[-+]?\s{0,99}([a-z_]+)/gi)) {
    if (!TAGS.includes(tag)) {
      return `the tag "${tag}" is not available; templates know if, for and raw`;
    }
  }
  return undefined;
}
