import { z } from 'zod';
import { CONDITION_OPERATORS } from '../../conditions/schema';
import {
  FIELD_TYPES,
  type FieldDescriptor,
  type SeenValue,
} from '../../fields/descriptor';
import {
  ENTITY_SCOPE_REASONS,
  ENTITY_SELECTORS,
  type EntityScope,
} from '../../matching/entityScope';
import type { Capabilities } from '../capabilities';
import { shape } from './shape';

export const entityScopeAnswer = z.strictObject(
  shape<EntityScope>({
    applies: z.boolean(),
    reason: z.enum(ENTITY_SCOPE_REASONS),
    selectors: z
      .array(
        z.strictObject(
          shape<NonNullable<EntityScope['selectors']>[number]>({
            selector: z.enum(ENTITY_SELECTORS),
            expected: z.array(z.string()),
            actual: z.array(z.string()),
            fits: z.boolean(),
          }),
        ),
      )
      .optional(),
    explanation: z
      .looseObject({})
      .meta({ description: 'Every leaf of the conditions with what it saw.' })
      .optional(),
  }),
);

export const fieldAnswer = z.strictObject(
  shape<FieldDescriptor>({
    path: z.string(),
    type: z.enum(FIELD_TYPES),
    title: z.string(),
    description: z.string(),
    operators: z.array(z.enum(CONDITION_OPERATORS)),
    watchable: z.boolean(),
    open: z.boolean(),
    oneOf: z.array(z.string()).optional(),
    values: z
      .array(
        z.strictObject(
          shape<SeenValue>({
            value: z.union([z.string(), z.number(), z.boolean()]),
            count: z.int(),
          }),
        ),
      )
      .optional(),
  }),
);

export const capabilitiesAnswer = z.strictObject(
  shape<Capabilities>({
    admin: z.boolean(),
    ownershipRefs: z.array(z.string()),
  }),
);
