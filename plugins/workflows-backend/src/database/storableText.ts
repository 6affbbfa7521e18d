/**
 * Text as both databases keep it: PostgreSQL refuses NUL, and half a surrogate
 * pair would be another text when it comes back.
 */
export function storableText(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('utf8')
    .replaceAll('\u0000', '\ufffd');
}
