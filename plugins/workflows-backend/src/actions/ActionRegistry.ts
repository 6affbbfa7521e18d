import type { JsonObject } from '@backstage/types';
import type { ActionDescriptor } from 'backstage-plugin-workflows-common';
import type { WorkflowAction } from 'backstage-plugin-workflows-node';
import { z } from 'zod';

/**
 * The installed actions. Their schemas are turned into JSON Schema when the
 * backend starts, so that one which cannot be shown as a form is found then, and
 * not by the first person who opens it.
 */
export class ActionRegistry {
  private constructor(
    private readonly actions: ReadonlyMap<string, WorkflowAction>,
    private readonly descriptors: ActionDescriptor[],
  ) {}

  /** @throws Error that names the action when its id is taken or a schema cannot be shown */
  static create({ actions }: { actions: readonly WorkflowAction[] }) {
    const byId = new Map<string, WorkflowAction>();
    for (const action of actions) {
      if (byId.has(action.id)) {
        throw new Error(`The action "${action.id}" is installed twice`);
      }
      byId.set(action.id, action);
    }
    return new ActionRegistry(byId, actions.map(describeAction));
  }

  get(id: string): WorkflowAction | undefined {
    return this.actions.get(id);
  }

  list(): ActionDescriptor[] {
    return this.descriptors;
  }

  /** The fields of an action's config in which what a template gives is URL-encoded. */
  urlFields(id: string): string[] {
    const schema = this.descriptors.find(one => one.id === id)?.configSchema;
    return Object.entries((schema?.properties ?? {}) as JsonObject)
      .filter(
        ([, field]) => (field as JsonObject)?.['x-workflows-field'] === 'url',
      )
      .map(([name]) => name);
  }
}

function describeAction(action: WorkflowAction): ActionDescriptor {
  const { id, title, description, effect, schema } = action;
  try {
    return {
      id,
      title,
      description,
      effect,
      configSchema: toFormSchema(schema.config),
      outputSchema: toFormSchema(schema.output),
    };
  } catch (error) {
    throw new Error(
      `The action "${id}" has a schema that no form can be made of: ${
        (error as Error).message
      }`,
    );
  }
}

/** Draft-07, because that is what RJSF 5 and ajv read. */
function toFormSchema(schema: z.ZodType): JsonObject {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
  }) as JsonObject;
}
