import { createRedactor } from './redact';

const SECRET = 'p4ss/"word"+ \\with=ünïcode';

const inHex = (char: string) =>
  `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

describe('createRedactor', () => {
  const redact = createRedactor([SECRET, 'Bearer abcdef0123456789']);

  it.each<[string, string]>([
    ['plain', SECRET],
    ['URL-encoded', encodeURIComponent(SECRET)],
    ['form-encoded', encodeURIComponent(SECRET).replace(/%20/g, '+')],
    ['in JSON', JSON.stringify({ echo: SECRET })],
    [
      'in JSON with escaped slashes',
      JSON.stringify(SECRET).replaceAll('/', '\\/'),
    ],
    [
      'in JSON with every character escaped',
      `{"echo":"${SECRET.replace(/./g, inHex)}"}`,
    ],
    [
      'in JSON as Go and .NET escape it',
      JSON.stringify(SECRET).replace(/[+=&]/g, inHex),
    ],
    [
      'in JSON as Python escapes it',
      JSON.stringify(SECRET).replace(/[ï-ü]/g, inHex),
    ],
    ['hex', Buffer.from(SECRET).toString('hex')],
    ['base64', Buffer.from(SECRET).toString('base64')],
    ['base64url', Buffer.from(SECRET).toString('base64url')],
    ['basic authentication', Buffer.from(`u:${SECRET}`).toString('base64')],
    ['at another offset', Buffer.from(`us:${SECRET}!`).toString('base64')],
    ['a word of it', '"token":"abcdef0123456789"'],
  ])('takes a secret out: %s', (_, text) => {
    const clean = redact(`before ${text} after`);
    expect(clean).toContain('[redacted]');
    expect(clean).toMatch(/^before .* after$/);
    for (const piece of ['p4ss', 'word', 'abcdef', 'cDRzcy', '70347373']) {
      expect(clean).not.toContain(piece);
    }
  });

  it('takes out the beginning of a secret at the cut', () => {
    const clean = redact(`${'x'.repeat(1_000)}${SECRET.slice(0, -3)}`, {
      truncated: true,
    });
    expect(clean).toMatch(/^x+$/);
  });

  it('leaves everything else as it is', () => {
    expect(redact('nothing here')).toBe('nothing here');
    expect(redact('C:\\users \\u0041 \\/')).toBe('C:\\users \\u0041 \\/');
    expect(createRedactor([])('all', { truncated: true })).toBe('all');
    expect(createRedactor(['1'])('11 1 { "a": 1 }')).toBe('11 1 { "a": 1 }');
  });
});
