import {
  type ActionDescriptor,
  type FieldDescriptor,
  type WorkflowDefinition,
  reachableFrom,
} from 'backstage-plugin-workflows-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { outputPaths, sampleOf } from './outputPaths';
import { type TemplatePath, expressionOf, written } from './TemplatePath';

/** An earlier action, whose result a step may use. */
export interface EarlierStep {
  id: string;
  title: string;
  /** JSON Schema of what it gives; nothing is known without one. */
  outputSchema?: JsonObject;
  /** Names that its config keeps of the answer. */
  kept?: readonly string[];
}

/** The actions that run before a step, in the order in which they are drawn. */
export function earlierSteps(
  definition: WorkflowDefinition,
  nodeId: string,
  actions: readonly ActionDescriptor[],
): EarlierStep[] {
  const upstream = reachableFrom(nodeId, definition.edges, 'upstream');
  return definition.nodes.flatMap(node => {
    if (
      node.type !== 'action' ||
      node.id === nodeId ||
      !upstream.has(node.id)
    ) {
      return [];
    }
    const action = actions.find(({ id }) => id === node.data.actionType);
    const { keep } = node.data.config as { keep?: JsonObject };
    return [
      {
        id: node.id,
        title: node.data.label ?? action?.title ?? node.data.actionType,
        ...(action && { outputSchema: action.outputSchema }),
        ...(keep && { kept: Object.keys(keep) }),
      },
    ];
  });
}

const REST: TemplatePath[] = [
  { path: 'trigger.type', type: 'text', title: 'What fired the run' },
  {
    path: 'trigger.incident',
    type: 'object',
    title: 'The incident as it was then',
    open: true,
  },
  { path: 'trigger.change.from', type: 'text', title: 'The status before' },
  { path: 'trigger.change.to', type: 'text', title: 'The status after' },
  { path: 'workflow.id', type: 'text', title: 'Id of the workflow' },
  { path: 'workflow.name', type: 'text', title: 'Name of the workflow' },
  { path: 'workflow.version', type: 'number', title: 'Version that runs' },
  { path: 'execution.id', type: 'text', title: 'Id of the run' },
];

/** Everything that the templates of a step may name. */
export function scopePaths(
  fields: readonly FieldDescriptor[],
  steps: readonly EarlierStep[],
): TemplatePath[] {
  return [
    ...fields.map(
      ({ path, type, title, description, values, open, oneOf }) => ({
        path: path === 'entity' ? path : expressionOf(path),
        type,
        title,
        description,
        values: values?.map(({ value }) => value) ?? oneOf,
        open,
      }),
    ),
    { path: 'entity.ref', type: 'text', title: "Entity's ref" },
    ...steps.flatMap(step => [
      {
        path: written(['steps', step.id, 'state']),
        type: 'text',
        title: `State of ${step.title}`,
        values: ['completed', 'failed', 'skipped'],
      },
      ...outputPaths(step.outputSchema ?? {}, ['steps', step.id, 'output']).map(
        path => ({ ...path, title: path.title || `Result of ${step.title}` }),
      ),
      ...(step.kept ?? []).map(name => ({
        path: written(['steps', step.id, 'output', 'values', name]),
        type: 'any',
        title: `Kept by ${step.title}`,
      })),
    ]),
    ...REST,
  ];
}

/** What earlier steps might have given, for a preview. */
export function sampleSteps(steps: readonly EarlierStep[]): JsonObject {
  return Object.fromEntries(
    steps.map(({ id, outputSchema, kept }) => {
      const output: JsonValue = sampleOf(outputSchema ?? {});
      return [
        id,
        {
          state: 'completed',
          output: kept
            ? {
                ...(output as JsonObject),
                values: Object.fromEntries(
                  kept.map(name => [name, `(${name})`]),
                ),
              }
            : output,
        },
      ];
    }),
  );
}
