import type { JsonValue } from '@backstage/types';
import type { ActionDescriptor } from '../actions/descriptor';
import { isConditionGroup, type Condition } from '../conditions/schema';
import { LIMITS } from '../limits';
import {
  secretReferences,
  stepReferences,
  templateLeaves,
} from '../templates/references';
import { TemplateError, renderLeaf } from '../templates/render';
import { reachableFrom } from './graph';
import type { DefinitionProblem, ProblemCode } from './problems';
import type { WorkflowDefinition, WorkflowNode } from './schema';

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
}

/** The rules of what nodes name: actions, secrets, earlier steps, templates. */
export function validateReferences(
  definition: WorkflowDefinition,
  environment: DefinitionEnvironment,
): DefinitionProblem[] {
  const installed = new Set(environment.actions.map(action => action.id));
  return [
    ...depthProblems(definition.trigger.conditions, 'trigger.conditions'),
    ...definition.nodes.flatMap((node, index) => {
      const path = `nodes.${index}.data`;
      if (node.type === 'condition') {
        return depthProblems(
          node.data.conditions,
          `${path}.conditions`,
          node.id,
        );
      }
      if (node.type !== 'action') {
        return [];
      }
      const { actionType, config } = node.data;
      const problems = configProblems(
        definition,
        node,
        config as JsonValue,
        `${path}.config`,
        environment,
      );
      if (!installed.has(actionType)) {
        problems.push({
          code: 'action_unknown',
          severity: 'error',
          nodeId: node.id,
          path: `${path}.actionType`,
          message: `the action "${actionType}" is not installed; choose one of ${
            [...installed].join(', ') || 'none'
          }`,
        });
      }
      return problems;
    }),
  ];
}

function configProblems(
  definition: WorkflowDefinition,
  node: WorkflowNode,
  config: JsonValue,
  path: string,
  environment: DefinitionEnvironment,
): DefinitionProblem[] {
  const upstream = reachableFrom(node.id, definition.edges, 'upstream');
  const known = new Set(definition.nodes.map(({ id }) => id));
  const problem = (
    code: ProblemCode,
    place: string,
    message: string,
  ): DefinitionProblem => ({
    code,
    severity: 'error',
    nodeId: node.id,
    path: `${path}.${place}`,
    message,
  });
  const secrets = secretReferences(config)
    .filter(({ name }) => environment.secretNames?.includes(name) === false)
    .map(({ name, path: place }) =>
      problem(
        'secret_unknown',
        place,
        `this workflow has no secret "${name}"; add it first`,
      ),
    );
  const steps = stepReferences(config)
    .filter(({ name }) => !upstream.has(name))
    .map(({ name, path: place }) =>
      known.has(name)
        ? problem(
            'step_not_upstream',
            place,
            `the step "${name}" does not run before this one`,
          )
        : problem('step_unknown', place, `there is no step "${name}"`),
    );
  const templates = templateLeaves(config).flatMap(leaf => {
    try {
      renderLeaf(leaf.template, {}, leaf.path);
      return [];
    } catch (error) {
      const message = (error as TemplateError).message;
      // Without a context only the syntax can be judged.
      return message.includes('syntax')
        ? [problem('template_syntax', leaf.path, message)]
        : [];
    }
  });
  return [...secrets, ...steps, ...templates];
}

function depthProblems(
  conditions: readonly Condition[],
  path: string,
  nodeId?: string,
): DefinitionProblem[] {
  return depth(conditions) > LIMITS.conditionDepth
    ? [
        {
          code: 'condition_depth',
          severity: 'error',
          nodeId,
          path,
          message: `conditions nest at most ${LIMITS.conditionDepth} deep`,
        },
      ]
    : [];
}

function depth(conditions: readonly Condition[]): number {
  return conditions.reduce(
    (deepest, condition) =>
      isConditionGroup(condition)
        ? Math.max(deepest, 1 + depth(condition.conditions))
        : deepest,
    0,
  );
}
