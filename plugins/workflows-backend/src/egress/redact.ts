const MARK = '[redacted]';

/** Shorter texts stand in every answer by chance. */
const MIN_CHARS = 4;
const MIN_DERIVED_CHARS = 8;

/**
 * Makes a function that takes secrets out of a text, in the spellings in which a
 * receiver echoes them: as they are, URL-encoded, JSON-escaped, hex, and base64
 * in either alphabet at any offset (as in `user:secret` of a basic
 * authentication). Of a value such as `Bearer abc…` the words count as well.
 */
export function createRedactor(
  secrets: readonly string[],
): (text: string, options?: { truncated?: boolean }) => string {
  const spellings = [...new Set(secrets.flatMap(spellingsOf))].sort(
    (a, b) => b.length - a.length,
  );
  return (text, { truncated = false } = {}) => {
    const clean = spellings.reduce(
      (result, spelling) => result.replaceAll(spelling, MARK),
      text,
    );
    // The cut may have left the beginning of a secret, which matches nothing.
    return truncated && spellings.length > 0
      ? clean.slice(0, -spellings[0].length)
      : clean;
  };
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
      json.replaceAll('/', '\\/'),
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
