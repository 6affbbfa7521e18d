import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type IncidentContext,
  getPath,
  isJsonValue,
} from 'backstage-plugin-workflows-common';

/** What a trigger's conditions look at. */
export function conditionContext({
  incident,
  entity,
}: IncidentContext): JsonObject {
  return { ...incident, ...(entity && { entity }) } as unknown as JsonObject;
}

/** The fields of one event, each looked up once however many workflows ask. */
export class FieldValues {
  private readonly known = new Map<string, JsonValue | undefined>();

  static of(context: IncidentContext) {
    return new FieldValues(conditionContext(context));
  }

  private constructor(private readonly context: JsonObject) {}

  read = (field: string): JsonValue | undefined => {
    if (!this.known.has(field)) {
      const found = getPath(this.context, field);
      // As `evaluate` has it: what nests too deep is as good as not there.
      this.known.set(field, isJsonValue(found) ? found : undefined);
    }
    return this.known.get(field);
  };
}
