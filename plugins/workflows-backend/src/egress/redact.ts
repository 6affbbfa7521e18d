const MARK = '[redacted]';

/** Shorter texts stand in every answer by chance. */
const MIN_CHARS = 4;
const MIN_DERIVED_CHARS = 8;

/**
 * Makes a function that takes secrets out of a text, in the spellings in which a
 * receiver echoes them: as they are, URL-encoded, JSON-escaped, hex, and base64
 * in either alphabet at any offset (as in `user:secret` of a basic
 * authentication). Of a value such as `Bearer abc…` the words count as well.
 * Which characters of JSON a receiver escapes is its own affair (`&` is `\u0026`
 * in Go's), so the text is looked at a second time with all that may be plain made so.
 */
export function createRedactor(
  secrets: readonly string[],
): (text: string, options?: { truncated?: boolean }) => string {
  const spellings = [...new Set(secrets.flatMap(spellingsOf))].sort(
    (a, b) => b.length - a.length,
  );
  const replace = (text: string) =>
    spellings.reduce(
      (result, spelling) => result.replaceAll(spelling, MARK),
      text,
    );
  return (text, { truncated = false } = {}) => {
    if (spellings.length === 0) {
      return text;
    }
    const found = replace(text);
    const unescaped = unescapeJson(found);
    const again = replace(unescaped);
    const clean = again === unescaped ? found : again;
    // The cut may have left the beginning of a secret, which matches nothing.
    return truncated
      ? clean.slice(0, -ESCAPED_CHARS * spellings[0].length)
      : clean;
  };
}

/** Of `\u0026`. */
const ESCAPED_CHARS = 6;

/** The same JSON with no more escapes than it needs. */
function unescapeJson(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|[^])/gi, (escape, hex) =>
    hex
      ? JSON.stringify(String.fromCharCode(parseInt(hex, 16))).slice(1, -1)
      : escape.replace('\\/', '/'),
  );
}

function spellingsOf(secret: string): string[] {
  const words = secret
    .split(/\s+/)
    .filter(word => word !== secret && word.length >= MIN_DERIVED_CHARS);
  return [secret, ...words].flatMap(value => {
    const json = JSON.stringify(value).slice(1, -1);
    const hex = Buffer.from(value).toString('hex');
    const plain = [
      value,
      encodeURIComponent(value),
      encodeURIComponent(value).replace(/%20/g, '+'),
      json,
    ].filter(spelling => spelling.length >= MIN_CHARS);
    const derived = [hex, hex.toUpperCase(), ...base64Of(value)].filter(
      spelling => spelling.length >= MIN_DERIVED_CHARS,
    );
    return [...plain, ...derived];
  });
}

/** The characters that only the value decides, for each place in a group of three bytes. */
function base64Of(value: string): string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].flatMap(offset => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString(
      'base64',
    );
    const start = Math.ceil((offset * 8) / 6);
    const end = Math.floor(((offset + bytes.length) * 8) / 6);
    const core = text.slice(start, end);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
