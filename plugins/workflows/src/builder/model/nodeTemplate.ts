import type {
  ActionDescriptor,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';

/** A node that has no place and no id yet. */
export type NodeTemplate = WorkflowNode extends infer N
  ? N extends WorkflowNode
    ? Omit<N, 'id' | 'position'>
    : never
  : never;

/** What a node is called in its id: `webhook`, `condition`, `delay`. */
export function kindOf(template: NodeTemplate): string {
  return template.type === 'action' ? template.data.actionType : template.type;
}

export function conditionTemplate(): NodeTemplate {
  return {
    type: 'condition',
    data: {
      match: 'all',
      conditions: [
        { field: 'severity', operator: 'equals', value: 'critical' },
      ],
    },
  };
}

export function delayTemplate(): NodeTemplate {
  return { type: 'delay', data: { duration: '5min' } };
}

/**
 * An action with the schema's own defaults, and the first choice of each
 * required enumeration, so that the form begins with as little red as it can.
 */
export function actionTemplate({
  id,
  configSchema,
}: ActionDescriptor): NodeTemplate {
  const required = asList(configSchema.required);
  const properties = Object.entries(
    (configSchema.properties ?? {}) as Record<string, PropertySchema>,
  );
  const config = Object.fromEntries(
    properties.flatMap(([name, schema]) => {
      const first = required.includes(name)
        ? schema.const ?? schema.enum?.[0]
        : undefined;
      const value = schema.default ?? first;
      return value === undefined ? [] : [[name, value]];
    }),
  );
  // Incomplete until the form is filled; validation says so, field by field.
  const data = { actionType: id, config } as unknown;
  return { type: 'action', data } as NodeTemplate;
}

interface PropertySchema {
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
