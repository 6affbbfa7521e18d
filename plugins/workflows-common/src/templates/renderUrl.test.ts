import { TemplateRenderer } from './TemplateRenderer';

const render = (template: string, value: any) =>
  TemplateRenderer.create(template, { value }).renderUrl(template, 'url');

describe('renderUrl', () => {
  it.each([
    ['https://x.example/a?b=c', 'unused', 'https://x.example/a?b=c'],
    [
      'https://x.example/{{ value }}/z',
      'a/b?c#d',
      'https://x.example/a%2Fb%3Fc%23d/z',
    ],
    ['https://x.example/p-{{ value }}.json', 7, 'https://x.example/p-7.json'],
    [
      'https://x.example/?t={{ value }}',
      'ä & ö',
      'https://x.example/?t=%C3%A4%20%26%20%C3%B6',
    ],
    ['https://x.example/{{ value }}', '\ud800', 'https://x.example/%EF%BF%BD'],
    [
      'https://x.example/{{ value }}',
      { a: 1 },
      'https://x.example/%7B%22a%22%3A1%7D',
    ],
    ['https://x.example/{{ missing }}', '', 'https://x.example/'],
    [
      'https://x.example/{{ value }}',
      '{{ value }}',
      'https://x.example/%7B%7B%20value%20%7D%7D',
    ],
    ['https://x.example/{{ value }}{{ value }}x', '.', 'https://x.example/..x'],
  ])('renders %s with %j', (template, value, expected) => {
    expect(render(template, value)).toBe(expected);
  });

  it.each([
    ['https://x.example/{{ value }}/y', '..'],
    ['https://x.example/{{ value }}{{ value }}', '.'],
    ['https://x.example/%2e{{ value }}', '.'],
    ['https://x.example/{% if value %}a{% endif %}', 1],
    ['https://x.example/{{ value', 1],
  ])('refuses %s with %j', (template, value) => {
    expect(() => render(template, value)).toThrow(/^url: /);
  });

  it.each([
    ['https://x.example/{{ val', /^url: a \{\{ has no \}\}$/],
    ['https://x.example/{# a #}', /^url: only \{\{ … \}\} may stand in a URL/],
  ])('says what is wrong with %s', (template, message) => {
    expect(() => render(template, 1)).toThrow(message);
  });
});
