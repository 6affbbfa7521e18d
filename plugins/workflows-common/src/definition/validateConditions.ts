import { type Condition, isConditionGroup } from '../conditions/schema';
import { LIMITS } from '../limits';
import { conditionFields } from './conditionFields';
import type { DefinitionProblem } from './problems';
import type { WorkflowDefinition } from './schema';

/** The rules of conditions: how deep they nest and how many leaves they hold. */
export function validateConditions(
  definition: WorkflowDefinition,
): DefinitionProblem[] {
  return [
    ...extentProblems(definition.trigger.conditions, 'trigger.conditions'),
    ...extentProblems(
      definition.trigger.entities?.conditions ?? [],
      'trigger.entities.conditions',
    ),
    ...definition.nodes.flatMap((node, index) =>
      node.type === 'condition'
        ? extentProblems(
            node.data.conditions,
            `nodes.${index}.data.conditions`,
            node.id,
          )
        : [],
    ),
  ];
}

function extentProblems(
  conditions: readonly Condition[],
  path: string,
  nodeId?: string,
): DefinitionProblem[] {
  const place = {
    severity: 'error',
    ...(nodeId ? { nodeId } : {}),
    path,
  } as const;
  const deepest = depth(conditions);
  const leaves = conditionFields(conditions, path).length;
  return [
    ...(deepest > LIMITS.conditionDepth
      ? [
          {
            code: 'condition_depth',
            ...place,
            message: `groups of conditions nest at most ${LIMITS.conditionDepth} deep, found ${deepest}`,
          } as const,
        ]
      : []),
    ...(leaves > LIMITS.conditionLeaves
      ? [
          {
            code: 'too_large',
            ...place,
            message: `at most ${LIMITS.conditionLeaves} conditions, those in groups included, found ${leaves}`,
          } as const,
        ]
      : []),
  ];
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
