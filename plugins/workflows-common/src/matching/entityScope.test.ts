import type { TriggerEntities } from '../definition/triggerEntities';
import type { IncidentEntity } from '../incident/types';
import { RUN_ANNOTATION, entityScope } from './entityScope';

const TEAM = 'group:default/payments';

const checkout: IncidentEntity = {
  ref: 'component:default/checkout',
  kind: 'Component',
  owner: TEAM,
  system: 'system:default/shop',
  domain: 'domain:default/commerce',
  metadata: { name: 'checkout', tags: ['kotlin', 'tier-1'] },
  spec: { type: 'service', lifecycle: 'production' },
};

function named(names: string): IncidentEntity {
  return {
    ...checkout,
    metadata: { name: 'checkout', annotations: { [RUN_ANNOTATION]: names } },
  };
}

function workflow(
  entities?: TriggerEntities,
  ownerRef?: string,
  name = 'Page somebody',
) {
  const id = '019a0000-0000-7000-8000-000000000001';
  return { id, name, ownerRef, trigger: { entities } };
}

describe('entityScope', () => {
  it.each<[string, TriggerEntities | undefined, boolean, string]>([
    ['nothing', undefined, true, 'global'],
    ['an owner', { owners: ['group:default/a', TEAM] }, true, 'selected'],
    ['another owner', { owners: ['group:default/a'] }, false, 'not_selected'],
    ['a system', { systems: ['system:default/shop'] }, true, 'selected'],
    [
      'another system',
      { systems: ['system:default/x'] },
      false,
      'not_selected',
    ],
    ['a domain', { domains: ['domain:default/commerce'] }, true, 'selected'],
    ['a kind in any case', { kinds: ['component'] }, true, 'selected'],
    ['another kind', { kinds: ['API'] }, false, 'not_selected'],
    ['a type', { types: ['website', 'service'] }, true, 'selected'],
    ['a tag', { tags: ['tier-1'] }, true, 'selected'],
    ['another tag', { tags: ['tier-2'] }, false, 'not_selected'],
    [
      'all of several',
      { kinds: ['Component'], types: ['website'] },
      false,
      'not_selected',
    ],
    [
      'a condition',
      {
        conditions: [{ field: 'entity.spec.lifecycle', value: 'production' }],
      },
      true,
      'selected',
    ],
    [
      'another condition',
      { conditions: [{ field: 'entity.spec.lifecycle', value: 'old' }] },
      false,
      'not_selected',
    ],
    ['nothing in particular', {}, true, 'selected'],
    ['being named', { namedOnly: true }, false, 'not_named'],
  ])(
    'of a global workflow that asks for %s',
    (_, entities, applies, reason) => {
      expect(entityScope(workflow(entities), checkout)).toMatchObject({
        applies,
        reason,
      });
    },
  );

  it('says what was asked for and what was found', () => {
    expect(
      entityScope(
        workflow({
          types: ['website'],
          tags: ['tier-1'],
          conditions: [{ field: 'entity.spec.lifecycle', value: 'production' }],
        }),
        checkout,
      ),
    ).toEqual({
      applies: false,
      reason: 'not_selected',
      selectors: [
        {
          selector: 'types',
          expected: ['website'],
          actual: ['service'],
          fits: false,
        },
        {
          selector: 'tags',
          expected: ['tier-1'],
          actual: ['kotlin', 'tier-1'],
          fits: true,
        },
      ],
      explanation: expect.objectContaining({ holds: true }),
    });
  });

  it.each([
    ['Page somebody', true],
    ['Other, page SOMEBODY ,x', true],
    ['019a0000-0000-7000-8000-000000000001', true],
    ['Page', false],
    ['', false],
  ])('is for an entity that names "%s": %s', (names, applies) => {
    const scope = entityScope(workflow({ namedOnly: true }), named(names));
    expect(scope).toEqual({
      applies,
      reason: applies ? 'named' : 'not_named',
    });
  });

  it('is for an entity that names it although it does not fit', () => {
    const other = workflow({ types: ['website'] });
    expect(entityScope(other, named('Page somebody')).reason).toBe('named');
  });

  it('finds a name that holds a comma', () => {
    const strange = workflow({ namedOnly: true }, undefined, 'Page, then wait');
    expect(entityScope(strange, named('Page, then wait')).applies).toBe(true);
  });

  it('never leaves its team, whatever names it or fits', () => {
    const ofOthers = workflow(
      { kinds: ['Component'] },
      'group:default/storefront',
    );
    for (const entity of [checkout, named('Page somebody')]) {
      expect(entityScope(ofOthers, entity)).toEqual({
        applies: false,
        reason: 'other_owner',
      });
    }
  });

  it('is for what its team owns, or for what names the team', () => {
    expect(entityScope(workflow(undefined, TEAM), checkout).reason).toBe(
      'owner',
    );
    for (const team of ['payments', 'Default/Payments', TEAM]) {
      const scope = entityScope(workflow(undefined, TEAM), undefined, { team });
      expect(scope).toEqual({ applies: true, reason: 'team' });
    }
    expect(
      entityScope(workflow(undefined, TEAM), undefined, { team: 'pay' }).reason,
    ).toBe('other_owner');
  });

  it('needs an entity when it asks for one', () => {
    expect(entityScope(workflow({}), undefined, {}).reason).toBe('no_entity');
    expect(entityScope(workflow(), undefined, {}).reason).toBe('global');
  });
});
