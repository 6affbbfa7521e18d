import { z } from 'zod';
import { conditionSchema } from '../conditions/schema';
import { LIMITS } from '../limits';

const MAX_VALUES = 50;

function refsSchema(kinds: string, example: string) {
  return z
    .array(
      z
        .string()
        .max(300)
        .regex(
          new RegExp(`^(${kinds}):[a-z0-9-._]+/[a-z0-9-._]+$`),
          `must be a ref in lower case, such as ${example}`,
        ),
    )
    .min(1, 'must name one; leave it out for any')
    .max(MAX_VALUES);
}

const wordsSchema = z
  .array(z.string().min(1).max(100))
  .min(1, 'must name one; leave it out for any')
  .max(MAX_VALUES);

/**
 * The catalog entities that a workflow is for. Everything that is set must fit;
 * of a list one is enough. An entity that names the workflow in its annotation
 * {@link RUN_ANNOTATION} need not fit, but it, too, must belong to the workflow's
 * team when the workflow has one.
 *
 * @public
 */
export const triggerEntitiesSchema = z
  .strictObject({
    namedOnly: z
      .boolean()
      .meta({
        title: 'Only entities that name this workflow',
        description:
          'An entity names workflows in its annotation workflows/run. Nothing below counts then.',
      })
      .optional(),
    owners: refsSchema('group|user', 'group:default/payments')
      .meta({
        title: 'Owners',
        description: 'Entities that one of these teams owns.',
        'x-workflows-kinds': ['group', 'user'],
        examples: [['group:default/payments']],
      })
      .optional(),
    systems: refsSchema('system', 'system:default/shop')
      .meta({
        title: 'Systems',
        description: 'Entities that are part of one of these systems.',
        'x-workflows-kinds': ['system'],
        examples: [['system:default/shop']],
      })
      .optional(),
    domains: refsSchema('domain', 'domain:default/commerce')
      .meta({
        title: 'Domains',
        description: 'Entities whose system is part of one of these domains.',
        'x-workflows-kinds': ['domain'],
        examples: [['domain:default/commerce']],
      })
      .optional(),
    kinds: wordsSchema
      .meta({
        title: 'Kinds',
        description: 'Entities of one of these kinds.',
        examples: [['Component', 'Resource']],
      })
      .optional(),
    types: wordsSchema
      .meta({
        title: 'Types',
        description: 'Entities with one of these types in spec.type.',
        examples: [['service', 'website']],
      })
      .optional(),
    tags: wordsSchema
      .meta({
        title: 'Tags',
        description: 'Entities that have at least one of these tags.',
        examples: [['tier-1']],
      })
      .optional(),
    conditions: z
      .array(conditionSchema)
      .max(LIMITS.conditionLeaves)
      .meta({
        title: 'Conditions on the entity',
        description:
          'All of them must hold. Their fields begin with entity, for example entity.spec.lifecycle.',
      })
      .optional(),
  })
  .meta({
    title: 'Entities',
    description:
      'The catalog entities that the workflow is for: all that its team owns, or all of them when it is global, unless set.',
  });

/** @public */
export type TriggerEntities = z.infer<typeof triggerEntitiesSchema>;
