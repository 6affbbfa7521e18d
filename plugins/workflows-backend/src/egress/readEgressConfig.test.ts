import { mockServices } from '@backstage/backend-test-utils';
import { matchesHost, targetOf } from './hostPattern';
import { readEgressConfig } from './readEgressConfig';

const read = (egress: object) =>
  readEgressConfig(
    mockServices.rootConfig({ data: { workflows: { egress } } }),
  );

describe('readEgressConfig', () => {
  it('lets public hosts through unless it says otherwise', () => {
    expect(readEgressConfig(mockServices.rootConfig())).toEqual({
      allow: [],
      deny: [],
      allowPublic: true,
    });
    expect(read({ allowPublic: false }).allowPublic).toBe(false);
  });

  it.each([
    ['api.example.com', 'https://api.example.com/x', true],
    ['api.example.com', 'https://API.example.com.:8443/x', true],
    ['api.example.com', 'https://evil-api.example.com', false],
    ['api.example.com:8443', 'https://api.example.com:8443', true],
    ['api.example.com:8443', 'https://api.example.com', false],
    ['api.example.com:443', 'https://api.example.com', true],
    ['*.example.com', 'https://a.b.example.com', true],
    ['*.example.com', 'https://example.com', false],
    ['*.example.com', 'https://badexample.com', false],
    ['*.example.com:80', 'http://a.example.com', true],
    ['127.0.0.1', 'http://0x7f.1', true],
    ['[::1]:7007', 'http://[0:0:0:0:0:0:0:1]:7007', true],
    ['bücher.example', 'http://xn--bcher-kva.example', true],
  ])('reads %s for %s as %s', (entry, url, expected) => {
    const [pattern] = read({ allow: [entry] }).allow;
    expect(matchesHost(pattern, targetOf(new URL(url)))).toBe(expected);
  });

  it.each(['', '*', 'http://x', 'a b', 'x:0', 'x:99999', 'u@x', '::1', '*x.y'])(
    'refuses %j and names the entry',
    entry => {
      expect(() => read({ deny: ['ok.example', entry] })).toThrow(
        'workflows.egress.deny[1]',
      );
    },
  );
});
