import type {
  WorkflowDefinition,
  WorkflowNode,
  WorkflowNote,
} from 'backstage-plugin-workflows-common';
import type { BuilderDocument } from '../../model/document';

/** The fields of something, each under its path written with dots. */
export type Fields = Map<string, { path: string[]; value: unknown }>;

/** Name, description, what starts it, and settings; `wholeTrigger` when types are mixed. */
export function workflowFields(
  { name, description, definition }: BuilderDocument,
  wholeTrigger: boolean,
): Fields {
  const { trigger, settings } = definition;
  return new Map([
    ...fields([], { name, description }),
    ...(wholeTrigger
      ? fields(['definition'], { trigger })
      : fields(['definition', 'trigger'], trigger)),
    ...fields(['definition', 'settings'], settings),
  ]);
}

/** A step's place and data; an action's config field by field unless its data is taken whole. */
export function nodeFields(
  { position, data }: WorkflowNode,
  wholeData: boolean,
): Fields {
  const place = fields([], { position });
  if (wholeData) {
    return new Map([...place, ...fields([], { data })]);
  }
  const { config, ...rest } = data as Record<string, unknown>;
  return new Map([
    ...place,
    ...fields(['data'], rest),
    ...(isObject(config)
      ? fields(['data', 'config'], config)
      : fields(['data'], { config })),
  ]);
}

export function noteFields({ id: _, ...rest }: WorkflowNote): Fields {
  return fields([], rest);
}

/** What leaves a node, by way out; without ids, which say nothing. */
export function edgeFields(definition: WorkflowDefinition, id: string): Fields {
  const result: Fields = new Map();
  for (const edge of definition.edges.filter(({ source }) => source === id)) {
    const path = edge.sourceHandle ? [edge.sourceHandle] : [];
    const key = path.join('.');
    const before = (result.get(key)?.value ?? []) as unknown[];
    result.set(key, { path, value: [...before, edge] });
  }
  return result;
}

function fields(path: string[], values: object): Fields {
  return new Map(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        const own = [...path, name];
        return [own.join('.'), { path: own, value }];
      }),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
