import { definition, node } from '../testing/definitions';
import { blocksPublishing, blocksSaving } from './problems';
import type { WorkflowDefinition } from './schema';
import { entityRefsOf } from './validateEntities';
import { parseDefinition, validateDefinition } from './validate';

const environment = { actions: [{ id: 'webhook' }] };

function withTrigger(trigger: object): WorkflowDefinition {
  return definition([node('a')], ['t>a'], {
    trigger: {
      type: 'incident_created',
      conditions: [],
      ...trigger,
    } as WorkflowDefinition['trigger'],
  });
}

describe('what a definition names of the catalog', () => {
  const named = withTrigger({
    entities: {
      owners: ['group:default/payments', 'group:default/gone'],
      systems: ['system:default/shop'],
      domains: ['domain:default/gone'],
    },
  });

  it('is listed, to be looked up', () => {
    expect(entityRefsOf(named)).toHaveLength(4);
    expect(entityRefsOf(withTrigger({}))).toEqual([]);
  });

  it('is warned of when it is not there, and keeps nobody from publishing', () => {
    const problems = validateDefinition(named, {
      ...environment,
      missingEntityRefs: ['group:default/gone', 'domain:default/gone'],
    });
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'entity_unknown',
        severity: 'warning',
        path: 'trigger.entities.owners.1',
      }),
      expect.objectContaining({ path: 'trigger.entities.domains.0' }),
    ]);
    expect(problems.some(blocksPublishing)).toBe(false);
    expect(problems.some(blocksSaving)).toBe(false);
  });

  it('is taken as there when nobody knows', () => {
    expect(validateDefinition(named, environment)).toEqual([]);
  });

  it.each([
    [{ owners: ['payments'] }, 'trigger.entities.owners.0'],
    [{ owners: ['group:Default/Payments'] }, 'trigger.entities.owners.0'],
    [{ systems: ['group:default/a'] }, 'trigger.entities.systems.0'],
    [{ types: [] }, 'trigger.entities.types'],
    [{ system: 'system:default/a' }, 'trigger.entities.system'],
  ])('%j is refused at its place', (entities, path) => {
    const { problems } = parseDefinition(withTrigger({ entities }));
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'error', path }),
    ]);
  });
});

describe('the fields of conditions', () => {
  it.each([
    [
      { conditions: [{ field: 'sevrity', value: 'x' }] },
      'trigger.conditions.0.field',
    ],
    [
      { entities: { conditions: [{ field: 'severity', value: 'x' }] } },
      'trigger.entities.conditions.0.field',
    ],
  ])('are warned of when they cannot be there: %j', (trigger, path) => {
    expect(validateDefinition(withTrigger(trigger), environment)).toEqual([
      expect.objectContaining({
        code: 'field_unknown',
        severity: 'warning',
        path,
      }),
    ]);
  });

  it('are named with their node', () => {
    const checked = definition(
      [
        node('c', 'condition', {
          conditions: [{ field: 'incident.severity', value: 'x' }],
        }),
        node('a'),
        node('b'),
      ],
      ['t>c', 'c:true>a', 'c:false>b'],
    );
    expect(validateDefinition(checked, environment)).toEqual([
      expect.objectContaining({ code: 'field_unknown', nodeId: 'c' }),
    ]);
  });

  it('hold in an entity condition no more than elsewhere', () => {
    const leaf = { field: 'entity.kind', value: 'Component' };
    const entities = {
      conditions: [{ match: 'any', conditions: Array(101).fill(leaf) }],
    };
    expect(
      validateDefinition(withTrigger({ entities }), environment)[0],
    ).toMatchObject({
      code: 'too_large',
      path: 'trigger.entities.conditions',
    });
  });
});
