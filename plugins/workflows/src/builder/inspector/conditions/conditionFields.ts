import {
  CONDITION_OPERATORS,
  type ConditionOperator,
  type FieldDescriptor,
  type FieldType,
  operatorsFor,
} from 'backstage-plugin-workflows-common';
import { outputPaths } from '../../templates/outputPaths';
import type { EarlierStep } from '../../templates/scopePaths';

const TYPES: Record<string, FieldType> = {
  string: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
};

/** What conditions may ask of the steps before. */
export function stepFields(
  steps: readonly EarlierStep[],
  stateTitle: (step: string) => string,
): FieldDescriptor[] {
  return steps.flatMap(({ id, title, outputSchema = {}, kept = [] }) => [
    described(`steps.${id}.state`, 'text', stateTitle(title), {
      oneOf: ['completed', 'failed', 'skipped'],
    }),
    ...outputPaths(outputSchema, ['output'])
      .slice(1)
      .map(({ path, type, title: name, description }) =>
        described(`steps.${id}.${path}`, TYPES[type] ?? 'text', name, {
          description,
        }),
      ),
    ...kept.map(name =>
      described(`steps.${id}.output.values.${name}`, 'text', title),
    ),
  ]);
}

/** The fields of an answer, which a schema lists. */
export function answerFields(paths: readonly string[]): FieldDescriptor[] {
  return paths.map(path =>
    described(path, path === 'status' ? 'number' : 'text', ''),
  );
}

function described(
  path: string,
  type: FieldType,
  title: string,
  more: Partial<FieldDescriptor> = {},
): FieldDescriptor {
  return {
    path,
    type,
    title,
    description: '',
    operators: operatorsFor(type),
    watchable: false,
    open: type === 'object',
    ...more,
  };
}

/** The operators to choose from; the one that is chosen stays among them. */
export function operatorChoices(
  field: FieldDescriptor | undefined,
  chosen: ConditionOperator,
): readonly ConditionOperator[] {
  if (!field) {
    return CONDITION_OPERATORS;
  }
  return field.operators.includes(chosen)
    ? field.operators
    : [...field.operators, chosen];
}

/** The part of the list that a field is shown in. */
export function groupOf(path: string) {
  const [root] = path.split('.');
  switch (root) {
    case 'labels':
    case 'metadata':
    case 'entity':
    case 'steps':
      return root;
    case 'headers':
    case 'body':
      return 'answer';
    default:
      return 'incident';
  }
}
