import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
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

describe('EntityResolver', () => {
  it.each([
    [{ entityRef: 'component:default/shop' }, 'component:default/shop'],
    [{ entityRef: 'Shop' }, 'component:default/shop'],
    [{ entityRef: 'api:docs' }, 'api:default/docs'],
    [{ entityRef: 'cart', service: 'shop' }, 'component:default/cart'],
    [{ entityRef: 'nothing', service: 'shop' }, 'component:default/shop'],
    [{ entityRef: ':::', service: 'shop' }, 'component:default/shop'],
    [{ service: 'SVC-1' }, 'component:default/cart'],
    [{ service: 'shop' }, 'component:default/shop'],
    [{ service: 'twice' }, 'component:default/twice'],
    [{ service: 'docs' }, undefined],
    [{ service: 'x,metadata.name=shop' }, undefined],
    [{ service: 'x'.repeat(10_000) }, undefined],
    [{ entityRef: 'nothing' }, undefined],
    [{}, undefined],
  ])('finds for %j %s', async (lookup, ref) => {
    expect((await create({}).resolve(lookup))?.ref).toBe(ref);
  });

  it('gives owner and system by relation, else as written', async () => {
    const resolver = create({});
    expect(await resolver.resolve({ entityRef: 'cart' })).toMatchObject({
      owner: 'group:default/carts',
      system: 'system:default/store',
      kind: 'Component',
      metadata: { name: 'cart', namespace: 'default' },
      spec: { type: 'service' },
    });
    expect(await resolver.resolve({ entityRef: 'shop' })).toMatchObject({
      owner: 'group:default/web',
      system: 'system:default/shop',
    });
  });

  it('leaves out what is too long for a context', async () => {
    const entity = await create({}).resolve({ entityRef: 'api:docs' });
    expect(entity?.spec).toEqual({ type: 'openapi' });
  });

  it('remembers for a while', async () => {
    let now = 0;
    const catalog = catalogServiceMock({ entities });
    const get = jest.spyOn(catalog, 'getEntityByRef');
    const resolver = create({ catalog, now: () => now });
    await resolver.resolve({ entityRef: 'shop' });
    now = 29_999;
    await resolver.resolve({ entityRef: 'shop' });
    expect(get).toHaveBeenCalledTimes(1);
    now = 30_000;
    await resolver.resolve({ entityRef: 'shop' });
    expect(get).toHaveBeenCalledTimes(2);

    await resolver.resolve({ entityRef: 'nothing' });
    now = 35_000;
    await resolver.resolve({ entityRef: 'nothing' });
    expect(get).toHaveBeenCalledTimes(4);
  });

  it('gives up when the catalog does not answer, and asks again', async () => {
    const catalog = catalogServiceMock({ entities });
    const get = jest
      .spyOn(catalog, 'getEntityByRef')
      .mockReturnValueOnce(new Promise(() => {}))
      .mockRejectedValueOnce(new Error('no route'));
    const resolver = create({ catalog, lookupMs: 5 });
    const resolve = () => resolver.resolve({ entityRef: 'shop' });
    await expect(resolve()).rejects.toThrow('no answer in 5 ms');
    await expect(resolve()).rejects.toThrow('no route');
    expect((await resolve())?.ref).toBe('component:default/shop');
    expect(get).toHaveBeenCalledTimes(3);
  });
});
