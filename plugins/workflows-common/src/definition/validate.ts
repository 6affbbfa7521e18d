import type { z } from 'zod';
import { LIMITS } from '../limits';
import type { DefinitionProblem } from './problems';
import { type WorkflowDefinition, workflowDefinitionSchema } from './schema';
import { validateGraph } from './validateGraph';
import {
  type DefinitionEnvironment,
  validateReferences,
} from './validateReferences';

/**
 * Everything that is wrong with a definition. Canvas, API and importer use this
 * one function.
 *
 * @public
 */
export function validateDefinition(
  definition: WorkflowDefinition,
  environment: DefinitionEnvironment,
): DefinitionProblem[] {
  return [
    ...validateGraph(definition),
    ...validateReferences(definition, environment),
  ];
}

/**
 * An untrusted value as a definition, or the places where it is none. Sizes are
 * checked before shapes, so that a huge value is refused quickly.
 *
 * @public
 */
export function parseDefinition(
  value: unknown,
):
  | { definition: WorkflowDefinition; problems: [] }
  | { definition: undefined; problems: DefinitionProblem[] } {
  const refused = sizeProblem(value) ?? versionProblem(value);
  if (refused) {
    return { definition: undefined, problems: [refused] };
  }
  const parsed = workflowDefinitionSchema.safeParse(value);
  return parsed.success
    ? { definition: parsed.data, problems: [] }
    : {
        definition: undefined,
        problems: parsed.error.issues
          .flatMap(issue => schemaProblems(issue, value))
          .slice(0, 50),
      };
}

function sizeProblem(value: unknown): DefinitionProblem | undefined {
  for (const part of ['nodes', 'edges'] as const) {
    const list = (value as Partial<WorkflowDefinition> | null)?.[part];
    if (Array.isArray(list) && list.length > LIMITS[part]) {
      return {
        code: 'too_large',
        severity: 'error',
        path: part,
        message: `a workflow has at most ${LIMITS[part]} ${part}, found ${list.length}`,
      };
    }
  }
  return undefined;
}

function versionProblem(value: unknown): DefinitionProblem | undefined {
  const version = (value as { schemaVersion?: unknown } | null)?.schemaVersion;
  return typeof version === 'number' && version > 1
    ? {
        code: 'newer_schema',
        severity: 'error',
        path: 'schemaVersion',
        message: `this definition was written by a newer version (schema ${version}, known is 1); update the plugin`,
      }
    : undefined;
}

function schemaProblems(
  issue: z.core.$ZodIssue,
  value: unknown,
): DefinitionProblem[] {
  const path = issue.path.map(String);
  const nodeId =
    path[0] === 'nodes'
      ? (value as WorkflowDefinition).nodes?.[Number(path[1])]?.id
      : undefined;
  return [
    {
      code: 'schema',
      severity: 'error',
      ...(typeof nodeId === 'string' ? { nodeId } : {}),
      path: path.join('.'),
      message: issue.message,
    },
  ];
}
