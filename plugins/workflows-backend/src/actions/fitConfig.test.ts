import { webhookConfigSchema } from 'backstage-plugin-workflows-common';
import { fitConfig } from './fitConfig';

const fit = (config: object) =>
  fitConfig(webhookConfigSchema, {
    method: 'POST',
    url: 'https://x.example/',
    ...config,
  } as any);

describe('fitConfig', () => {
  it('makes text of single values where text is wanted, and only there', () => {
    expect(
      fit({
        query: { page: 2, missing: null },
        headers: { 'X-On': true, Authorization: { secret: 'TOKEN' } },
        body: { count: 2, nothing: null },
      }),
    ).toMatchObject({
      query: { page: '2', missing: '' },
      headers: { 'X-On': 'true', Authorization: { secret: 'TOKEN' } },
      body: { count: 2, nothing: null },
    });
  });

  it.each([
    ['method', { method: 'TRACE' }],
    ['query.list', { query: { list: [1] } }],
    ['url', { url: `https://x.example/${'x'.repeat(3_000)}` }],
    ['headers.X-A', { headers: { 'X-A': { secret: 'not a name' } } }],
  ])('names %s when it does not fit', (field, config) => {
    expect(() => fit(config)).toThrow(field);
  });
});
