import { mockServices } from '@backstage/backend-test-utils';
import { inAddressBlock } from './cidr';
import { matchesHost, targetOf } from './hostPattern';
import { readEgressConfig } from './readEgressConfig';

const read = (egress: object) =>
  readEgressConfig(
    mockServices.rootConfig({ data: { workflows: { egress } } }),
  );

describe('readEgressConfig', () => {
  it('lets public hosts through unless it says otherwise', () => {
    expect(readEgressConfig(mockServices.rootConfig())).toEqual({
      allow: { hosts: [], blocks: [] },
      deny: { hosts: [], blocks: [] },
      allowPublic: true,
      perHostConcurrency: 10,
      proxy: undefined,
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
    const [pattern] = read({ allow: [entry] }).allow.hosts;
    expect(matchesHost(pattern, targetOf(new URL(url)))).toBe(expected);
  });

  it.each([
    '',
    '*',
    'http://x',
    'a b',
    'x:0',
    'x:99999',
    'u@x',
    '::1',
    '*x.y',
    '10.0.0.0/33',
    'x/8',
  ])('refuses %j and names the entry', entry => {
    expect(() => read({ deny: ['ok.example', entry] })).toThrow(
      'workflows.egress.deny[1]',
    );
  });

  it.each([
    ['10.2.0.0/16', '10.2.255.1', true],
    ['10.2.0.0/16', '10.3.0.1', false],
    ['10.2.0.0/16', '::ffff:10.2.0.1', true],
    ['fd00::/8', 'fd12::1', true],
    ['fd00::/8', '10.2.0.1', false],
    ['0.0.0.0/0', 'not an address', false],
  ])('reads the block %s for %s as %s', (entry, address, expected) => {
    const [block] = read({ deny: [entry] }).deny.blocks;
    expect(inAddressBlock(block, address)).toBe(expected);
  });

  it('takes a proxy only with a list of hosts, and never shows its password', () => {
    const proxy = 'http://me:hunter2@proxy.example:3128';
    const listed = { proxy, allowPublic: false, allow: ['a.example'] };
    expect(read(listed).proxy?.host).toBe('proxy.example:3128');
    for (const wrong of [
      { proxy },
      { ...listed, allowPublic: true },
      { ...listed, allow: ['10.0.0.0/8'] },
      { ...listed, proxy: 'me:hunter2@proxy' },
    ]) {
      expect(() => read(wrong)).toThrow(
        /^(?!.*hunter2).*workflows\.egress\.proxy/,
      );
    }
  });

  it.each([0, 1.5, -1])('refuses %s requests at a time', perHostConcurrency => {
    expect(() => read({ perHostConcurrency })).toThrow(
      'workflows.egress.perHostConcurrency',
    );
  });
});
