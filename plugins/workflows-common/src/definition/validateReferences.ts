import type { JsonObject, JsonValue } from '@backstage/types';
import type { ActionDescriptor } from '../actions/descriptor';
import { secretDestinations } from '../actions/secretDestinations';
import {
  secretReferences,
  stepReferences,
  templateLeaves,
} from '../templates/references';
import { syntaxError } from '../templates/Interpreter';
import { conditionFields } from './conditionFields';
import { reachableFrom } from './graph';
import type { DefinitionProblem, ProblemCode } from './problems';
import type { WorkflowDefinition } from './schema';

/**
 * What a definition may refer to.
 *
 * @public
 */
export interface DefinitionEnvironment {
  /** The installed actions. */
  actions: readonly Pick<ActionDescriptor, 'id'>[];
  /** The names of the workflow's secrets; unknown ones are not checked when absent. */
  secretNames?: readonly string[];
  /** The hosts that each secret may go to, by its name; not checked for those that are absent. */
  secretHosts?: Readonly<Record<string, readonly string[]>>;
  /** Those of {@link entityRefsOf} that the catalog does not have. */
  missingEntityRefs?: readonly string[];
}

/** What one node names, and where. */
interface Place {
  nodeId?: string;
  path: string;
}

/** The rules of what nodes name: actions, secrets, earlier steps, templates. */
export function validateReferences(
  definition: WorkflowDefinition,
  environment: DefinitionEnvironment,
): DefinitionProblem[] {
  const ids = new Set(definition.nodes.map(({ id }) => id));

  const stepProblems = (
    references: Array<{ name: string; path: string }>,
    place: Place,
  ): DefinitionProblem[] => {
    if (references.length === 0) {
      return [];
    }
    const upstream = place.nodeId
      ? reachableFrom(place.nodeId, definition.edges, 'upstream')
      : new Set<string>();
    return references
      .filter(({ name }) => !upstream.has(name))
      .map(({ name, path }) =>
        ids.has(name)
          ? problem(
              'step_not_upstream',
              { ...place, path },
              `the step "${name}" does not run before this one; connect it or name another`,
            )
          : problem(
              'step_unknown',
              { ...place, path },
              `there is no step "${name}"; name the id of an earlier step, as steps["…"] when it holds a -`,
            ),
      );
  };

  return [
    ...stepProblems(
      stepFields(definition.trigger.conditions, 'trigger.conditions'),
      { path: 'trigger' },
    ),
    ...definition.nodes.flatMap((node, index) => {
      const path = `nodes.${index}.data`;
      const place = { nodeId: node.id, path };
      if (node.type === 'condition') {
        const fields = stepFields(node.data.conditions, `${path}.conditions`);
        return stepProblems(fields, place);
      }
      if (node.type !== 'action') {
        return [];
      }
      const config = node.data.config as JsonValue;
      const inConfig = (reference: { name: string; path: string }) => ({
        ...reference,
        path: `${path}.config.${reference.path}`,
      });
      return [
        ...actionProblems(node.data.actionType, place, environment),
        ...secretReferences(config)
          .filter(
            ({ name }) => environment.secretNames?.includes(name) === false,
          )
          .map(inConfig)
          .map(reference =>
            problem(
              'secret_unknown',
              { ...place, path: reference.path },
              `this workflow has no secret "${reference.name}"; add it first`,
            ),
          ),
        ...secretDestinations(node.data.actionType, config as JsonObject)
          .filter(
            ({ name, host }) =>
              environment.secretHosts?.[name]?.includes(host) === false,
          )
          .map(({ name, path: at, host }) =>
            problem(
              'secret_host',
              { ...place, path: `${path}.config.${at}` },
              `the secret "${name}" may not go to ${host}; allow it that host, or name another secret`,
            ),
          ),
        ...stepProblems(stepReferences(config).map(inConfig), place),
        ...templateProblems(config, place),
      ];
    }),
  ];
}

function stepFields(
  conditions: Parameters<typeof conditionFields>[0],
  path: string,
) {
  return conditionFields(conditions, path)
    .filter(({ field }) => field.startsWith('steps.'))
    .map(({ field, path: at }) => ({ name: field.split('.')[1], path: at }));
}

function actionProblems(
  actionType: string,
  place: Place,
  { actions }: DefinitionEnvironment,
): DefinitionProblem[] {
  if (actions.some(({ id }) => id === actionType)) {
    return [];
  }
  const installed = actions.map(({ id }) => id).join(', ') || 'none';
  return [
    problem(
      'action_unknown',
      { ...place, path: `${place.path}.actionType` },
      `the action "${actionType}" is not installed; choose one of ${installed}`,
    ),
  ];
}

function templateProblems(
  config: JsonValue,
  place: Place,
): DefinitionProblem[] {
  return syntaxErrors(config).map(({ path, message }) =>
    problem(
      'template_syntax',
      { ...place, path: `${place.path}.config.${path}` },
      message,
    ),
  );
}

type SyntaxErrors = Array<{ path: string; message: string }>;

/**
 * Reading templates takes most of the time of validating, and the canvas
 * validates while one types: a config that is the same object is read once.
 */
const known = new WeakMap<object, SyntaxErrors>();

function syntaxErrors(config: JsonValue): SyntaxErrors {
  const errors = known.get(config as object);
  if (errors) {
    return errors;
  }
  const found = templateLeaves(config).flatMap(({ template, path }) => {
    const message = syntaxError(template);
    return message ? [{ path, message }] : [];
  });
  known.set(config as object, found);
  return found;
}

function problem(
  code: ProblemCode,
  place: Place,
  message: string,
): DefinitionProblem {
  return { code, severity: 'error', ...place, message };
}
