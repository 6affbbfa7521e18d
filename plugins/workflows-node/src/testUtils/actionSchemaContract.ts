import type { JsonObject, JsonValue } from '@backstage/types';
import { strict as assert } from 'node:assert';
import { z } from 'zod';
import { type ContractedAction, forEachExample } from './ContractedAction';

const ID = /^[a-z][a-z0-9-]*(:[a-z][a-z0-9-]*)?$/;

/** What the palette, the docs and the engine go by. */
export function checkDescribesItself({ action }: ContractedAction): void {
  const { id, title, description, effect, probe } = action;
  assert.match(id, ID, `its id "${id}" is not of the form namespace:name`);
  assert.ok(title.trim(), 'it has no title');
  assert.ok(description.trim(), 'it has no description');
  assert.ok(
    ['keyed', 'probed', 'in_doubt'].includes(effect),
    `its effect is "${effect}", not keyed, probed or in_doubt`,
  );
  assert.equal(
    Boolean(probe),
    effect === 'probed',
    `its effect is ${effect}, and it has ${probe ? 'a' : 'no'} probe`,
  );
}

/** The form is made of the JSON Schema; a transform would not be in it. */
export function checkSchemas({ action }: ContractedAction): void {
  const config = toJsonSchema(action.schema.config, 'config');
  toJsonSchema(action.schema.output, 'output');
  assert.equal(config.type, 'object', 'schema.config is no object');
  assertTitles(config, 'config');
}

/** An example that does not fit tests nothing. */
export async function checkExamples(contracted: ContractedAction) {
  assert.ok(Object.keys(contracted.configs).length > 0, 'there is no config');
  await forEachExample(contracted, ({ config }) => {
    const { error } = contracted.action.schema.config.safeParse(config);
    const [issue] = error?.issues ?? [];
    assert.ok(!error, `${issue?.path.join('.')}: ${issue?.message}`);
  });
}

function toJsonSchema(schema: z.ZodType, name: string): JsonObject {
  try {
    // Of a schema with transforms, only what goes in has a JSON Schema.
    z.toJSONSchema(schema, { target: 'draft-7', io: 'output' });
    return z.toJSONSchema(schema, {
      target: 'draft-7',
      io: 'input',
    }) as JsonObject;
  } catch (error) {
    throw new assert.AssertionError({
      message: `schema.${name} has no JSON Schema, as with transforms: ${
        (error as Error).message
      }`,
    });
  }
}

/** A field with a form of its own shows what is in it by itself. */
function assertTitles(schema: JsonObject, path: string): void {
  const fields = (schema.properties ?? {}) as Record<string, JsonValue>;
  for (const [name, field] of Object.entries(fields)) {
    const described = field as JsonObject;
    const place = `${path}.${name}`;
    assert.ok(described.title, `${place} has no title`);
    if (!described['x-workflows-field']) {
      assertTitles(described, place);
    }
  }
}
