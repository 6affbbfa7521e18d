import { webUrl } from './webUrl';

describe('webUrl', () => {
  it.each(['https://alerts.example.com/a?b=1#c', 'http://localhost:9093/'])(
    'gives %p back',
    url => {
      expect(webUrl(url)).toBe(url);
    },
  );

  it.each([
    undefined,
    '',
    `${'javascript'}:alert(1)`,
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.com/path',
    '/relative',
    'not a url',
  ])('refuses %p', url => {
    expect(webUrl(url)).toBeUndefined();
  });
});
