import type { JsonObject } from '@backstage/types';
import {
  type TriggerConfig,
  type TriggerType,
  triggerConfigSchema,
  triggerEntitiesSchema,
} from 'backstage-plugin-workflows-common';
import { z } from 'zod';

/** Every kind of trigger, with the form that its schema makes. */
export const TRIGGERS: ReadonlyArray<{
  type: TriggerType;
  title: string;
  description: string;
  /** Without the type, the conditions and the entities, which have their own places. */
  schema: JsonObject;
}> = triggerConfigSchema.options.map(option => {
  const { type, ...schema } = jsonSchema(option);
  const { properties, required, title, description } = schema;
  const {
    type: kind,
    conditions: _conditions,
    entities: _entities,
    ...fields
  } = properties as Record<string, JsonObject>;
  return {
    type: kind.const as TriggerType,
    title: String(title),
    description: String(description),
    schema: {
      type,
      properties: fields,
      required: (required as string[]).filter(name => name in fields),
    } as JsonObject,
  };
});

/** Which catalog entities a workflow is for; every kind of trigger has it. */
export const ENTITIES_SCHEMA: JsonObject = jsonSchema(triggerEntitiesSchema);

/** A trigger of another kind; what both kinds have stays. */
export function triggerOf(type: TriggerType, before: TriggerConfig) {
  const { conditions, entities } = before;
  const kept = { type, ...(entities && { entities }), conditions };
  return (
    type === 'age' ? { ...kept, state: 'open', longerThan: '15min' } : kept
  ) as TriggerConfig;
}

function jsonSchema(schema: z.ZodType): JsonObject {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    // Conditions nest without end; our editor draws them, not the schema.
    override: ({ jsonSchema: json, path }) => {
      if (path[path.length - 1] === 'conditions') {
        json.items = {};
        (json as Record<string, unknown>)['x-workflows-field'] = 'conditions';
      }
    },
  }) as JsonObject;
}
