import { type DefinitionProblem, blocksSaving } from './problems';
import { type WorkflowDefinition, workflowDefinitionSchema } from './schema';
import { schemaProblems } from './schemaProblems';
import { sizeProblem } from './sizeProblem';
import { validateConditions } from './validateConditions';
import { validateEntities } from './validateEntities';
import { validateGraph } from './validateGraph';
import {
  type DefinitionEnvironment,
  validateReferences,
} from './validateReferences';
import { validateTrigger } from './validateTrigger';

/** More than a person reads at once. */
const MAX_SCHEMA_PROBLEMS = 50;

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
    ...validateTrigger(definition),
    ...validateConditions(definition),
    ...validateReferences(definition, environment),
    ...validateEntities(definition, environment),
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
        problems: schemaProblems(parsed.error.issues, value).slice(
          0,
          MAX_SCHEMA_PROBLEMS,
        ),
      };
}

/**
 * An untrusted value as a draft: a definition in which what forms fill in may
 * still be empty or wrong, and is among the problems then.
 *
 * @public
 */
export function parseDraft(value: unknown): {
  definition: WorkflowDefinition | undefined;
  problems: DefinitionProblem[];
} {
  const parsed = parseDefinition(value);
  return parsed.definition || parsed.problems.some(blocksSaving)
    ? parsed
    : {
        definition: value as WorkflowDefinition,
        problems: parsed.problems,
      };
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
