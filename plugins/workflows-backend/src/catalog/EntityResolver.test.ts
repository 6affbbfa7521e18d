import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { EntityLookup } from './EntityLookup';
import { EntityResolver } from './EntityResolver';

function component(name: string, more: Partial<Entity> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    spec: { type: 'service', owner: 'web', system: 'shop' },
    ...more,
    metadata: { name, namespace: 'default', ...more.metadata },
  };
}

function annotated(name: string, annotations: Record<string, string>) {
  return component(name, { metadata: { name, annotations } });
}

const PAGERDUTY = 'pagerduty.com/service-id';

const entities = [
  component('shop'),
  component('cart', {
    metadata: {
      name: 'cart',
      annotations: { 'workflows/incident-service': 'SVC-1' },
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/carts' },
      { type: 'partOf', targetRef: 'component:default/parent' },
      { type: 'partOf', targetRef: 'system:default/store' },
    ],
  }),
  {
    ...component('store'),
    kind: 'System',
    spec: { owner: 'web' },
    relations: [{ type: 'partOf', targetRef: 'domain:default/commerce' }],
  },
  annotated('search', {
    'workflows/incident-service': `search api, Svc-2 ,${'x'.repeat(200)}`,
    [PAGERDUTY]: 'PSEARCH',
  }),
  annotated('twin-b', {
    [PAGERDUTY]: 'PTWIN',
    'workflows/incident-service': 'twins',
  }),
  annotated('twin-a', {
    [PAGERDUTY]: 'PTWIN',
    'workflows/incident-service': 'twins,more',
  }),
  component('0-twin', {
    metadata: {
      name: '0-twin',
      namespace: 'a',
      annotations: { [PAGERDUTY]: 'PTWIN' },
    },
  }),
  component('twice', { metadata: { name: 'twice', namespace: 'a' } }),
  component('twice'),
  {
    ...component('docs'),
    kind: 'API',
    spec: { type: 'openapi', definition: 'x'.repeat(5_000) },
  },
];

function create(options: Partial<Parameters<typeof EntityResolver.create>[0]>) {
  return EntityResolver.create({
    catalog: catalogServiceMock({ entities }),
    auth: mockServices.auth(),
    now: () => 0,
    ...options,
  });
}

async function refOf(lookup: EntityLookup) {
  return (await create({}).resolve(lookup)).entity?.ref;
}

describe('EntityResolver', () => {
  it.each([
    [{ entityRef: 'component:default/shop' }, 'component:default/shop'],
    [{ entityRef: 'Shop' }, 'component:default/shop'],
    [{ entityRef: 'api:docs' }, 'api:default/docs'],
    [{ entityRef: 'cart', service: 'shop' }, 'component:default/cart'],
    [{ entityRef: 'nothing', service: 'shop' }, 'component:default/shop'],
    [{ entityRef: ':::', service: 'shop' }, 'component:default/shop'],
    [{ service: 'SVC-1' }, 'component:default/cart'],
    [{ service: 'svc-2' }, 'component:default/search'],
    [{ service: 'Search API' }, 'component:default/search'],
    [{ service: 'search' }, 'component:default/search'],
    [{ service: 'x'.repeat(200) }, 'component:default/search'],
    [{ service: 'shop' }, 'component:default/shop'],
    [{ service: 'twice' }, 'component:default/twice'],
    [{ service: 'docs' }, undefined],
    [{ service: 'x,metadata.name=shop' }, undefined],
    [{ service: 'search api, Svc-2' }, undefined],
    [{ service: 'x'.repeat(10_000) }, undefined],
    [{ annotations: { [PAGERDUTY]: 'PSEARCH' } }, 'component:default/search'],
    [{ annotations: { [PAGERDUTY]: '' } }, undefined],
    [{ annotations: { [PAGERDUTY]: 'x'.repeat(9_999) } }, undefined],
    [{ entityRef: 'nothing' }, undefined],
    [{}, undefined],
  ])('finds for %j %s', async (lookup, ref) => {
    expect(await refOf(lookup)).toBe(ref);
  });

  const rules = [
    { rule: 'rules[0]', ref: 'component:default/nothing' },
    { rule: 'rules[1]', ref: 'component:default/shop' },
  ];

  it.each<[EntityLookup, string, string]>([
    [
      { byHand: 'shop', entityRef: 'cart', service: 'svc-2' },
      'hand',
      'component:default/shop',
    ],
    [
      { entityRef: 'cart', annotations: { [PAGERDUTY]: 'PSEARCH' } },
      'payload',
      'component:default/cart',
    ],
    [
      { annotations: { [PAGERDUTY]: 'PSEARCH' }, service: 'svc-1', rules },
      'annotation',
      'component:default/search',
    ],
    [{ service: 'svc-1', rules }, 'annotation', 'component:default/cart'],
    [{ service: 'twice', rules }, 'rule', 'component:default/shop'],
    [{ service: 'twice' }, 'name', 'component:default/twice'],
  ])('tries one way after the other: %j', async (lookup, resolvedBy, ref) => {
    expect(await create({}).resolve(lookup)).toMatchObject({
      entity: { ref },
      resolution: { resolvedBy },
    });
  });

  it('says what led there, and what led nowhere', async () => {
    const resolver = create({});
    const resolution = async (lookup: EntityLookup) =>
      (await resolver.resolve(lookup)).resolution;
    expect(
      await resolution({ byHand: 'gone', entityRef: 'lost', rules }),
    ).toEqual({
      resolvedBy: 'rule',
      by: 'rules[1]',
      unknown: ['gone', 'lost', 'component:default/nothing'],
    });
    expect(
      await resolution({ annotations: { [PAGERDUTY]: 'PSEARCH' } }),
    ).toEqual({ resolvedBy: 'annotation', by: `${PAGERDUTY}: PSEARCH` });
    expect(await resolution({ entityRef: 'lost', service: 'no' })).toEqual({
      unknown: ['lost'],
    });
    expect(await resolution({})).toEqual({});
  });

  it('takes the same one of several that fit, and says that there are others', async () => {
    for (const shuffled of [entities, [...entities].reverse()]) {
      const resolver = create({
        catalog: catalogServiceMock({ entities: shuffled }),
      });
      expect(
        await resolver.resolve({ annotations: { [PAGERDUTY]: 'PTWIN' } }),
      ).toMatchObject({
        entity: { ref: 'component:default/twin-a' },
        resolution: {
          alternatives: ['component:default/twin-b', 'component:a/0-twin'],
        },
      });
      expect(await resolver.resolve({ service: 'twins' })).toMatchObject({
        entity: { ref: 'component:default/twin-a' },
        resolution: { alternatives: ['component:default/twin-b'] },
      });
      expect(await resolver.resolve({ service: 'twice' })).toMatchObject({
        entity: { ref: 'component:default/twice' },
        resolution: { alternatives: ['component:a/twice'] },
      });
    }
  });

  it("gives owner and system by relation, else as written, and the system's domain", async () => {
    const resolver = create({});
    const entityOf = async (entityRef: string) =>
      (await resolver.resolve({ entityRef })).entity;
    expect(await entityOf('cart')).toMatchObject({
      owner: 'group:default/carts',
      system: 'system:default/store',
      domain: 'domain:default/commerce',
      kind: 'Component',
      metadata: { name: 'cart', namespace: 'default' },
      spec: { type: 'service' },
    });
    expect(await entityOf('shop')).toMatchObject({
      owner: 'group:default/web',
      system: 'system:default/shop',
    });
    expect(await entityOf('system:store')).toMatchObject({
      domain: 'domain:default/commerce',
    });
  });

  it('leaves out what is too long for a context', async () => {
    const { entity } = await create({}).resolve({ entityRef: 'api:docs' });
    expect(entity?.spec).toEqual({ type: 'openapi' });
  });

  it('remembers for a while', async () => {
    let now = 0;
    const catalog = catalogServiceMock({ entities: [component('shop')] });
    const get = jest.spyOn(catalog, 'getEntityByRef');
    const asked = async (entityRef: string) => {
      get.mockClear();
      await resolver.resolve({ entityRef });
      return get.mock.calls.filter(
        ([ref]) => ref === `component:default/${entityRef}`,
      ).length;
    };
    const resolver = create({ catalog, now: () => now });
    expect(await asked('shop')).toBe(1);
    now = 29_999;
    expect(await asked('shop')).toBe(0);
    now = 30_000;
    expect(await asked('shop')).toBe(1);

    expect(await asked('nothing')).toBe(1);
    now = 34_999;
    expect(await asked('nothing')).toBe(0);
    now = 35_000;
    expect(await asked('nothing')).toBe(1);
  });

  it('asks for the names of many incidents at once', async () => {
    const catalog = catalogServiceMock({ entities });
    const resolver = create({ catalog });
    await resolver.resolve({ service: 'nothing' });
    const query = jest.spyOn(catalog, 'queryEntities');
    const services = ['Docs', 'twice', 'TWICE', 'cart', 'unknown'];
    const found = await Promise.all(
      services.map(service => resolver.resolve({ service })),
    );
    expect(query).toHaveBeenCalledTimes(1);
    expect(found.map(({ entity }) => entity?.ref)).toEqual(
      await Promise.all(services.map(service => refOf({ service }))),
    );
    expect(found[1].entity?.ref).toBe('component:default/twice');
    expect(found[4].entity).toBeUndefined();
  });

  it('does not lose a name among too many of another', async () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      component('a', { metadata: { name: 'a', namespace: `n${at}` } }),
    );
    const catalog = catalogServiceMock({ entities: [...many, component('b')] });
    const resolver = create({ catalog });
    await resolver.resolve({ service: 'nothing' });
    const [, b] = await Promise.all(
      ['a', 'b'].map(service => resolver.resolve({ service })),
    );
    expect(b.entity?.ref).toBe('component:default/b');
  });

  it('hears of a service that is added to an annotation', async () => {
    let now = 0;
    const known = [annotated('cart', { 'workflows/incident-service': 'a' })];
    const catalog = catalogServiceMock({ entities: known });
    const resolver = create({ catalog, now: () => now });
    expect((await resolver.resolve({ service: 'b' })).entity).toBeUndefined();

    const later = catalogServiceMock({
      entities: [annotated('cart', { 'workflows/incident-service': 'a, b' })],
    });
    jest
      .spyOn(catalog, 'queryEntities')
      .mockImplementation((...args) => later.queryEntities(...args));
    now = 30_000;
    expect((await resolver.resolve({ service: 'b' })).entity?.ref).toBe(
      'component:default/cart',
    );
  });

  it('gives up when the catalog does not answer, and asks again', async () => {
    const catalog = catalogServiceMock({ entities });
    jest
      .spyOn(catalog, 'getEntityByRef')
      .mockReturnValueOnce(new Promise(() => {}))
      .mockRejectedValueOnce(new Error('no route'));
    const resolver = create({ catalog, lookupMs: 5 });
    const resolve = () => resolver.resolve({ entityRef: 'cart' });
    await expect(resolve()).rejects.toThrow('no answer in 5 ms');
    await expect(resolve()).rejects.toThrow('no route');
    expect((await resolve()).entity?.ref).toBe('component:default/cart');
  });

  it('goes by what the catalog said while it does not answer', async () => {
    let now = 0;
    const catalog = catalogServiceMock({ entities });
    const resolver = create({ catalog, now: () => now });
    const resolve = async () =>
      (await resolver.resolve({ entityRef: 'cart' })).entity?.ref;
    await resolve();
    jest
      .spyOn(catalog, 'getEntityByRef')
      .mockRejectedValue(new Error('no route'));
    now = 60 * 60_000;
    expect(await resolve()).toBe('component:default/cart');
    now = 61 * 60_000;
    await expect(resolve()).rejects.toThrow('no route');
  });
});
