/**
 * Whether a text holds template syntax at all.
 *
 * @public
 */
export function isTemplate(text: string): boolean {
  return /\{[{%#]/.test(text);
}
