import type { DefinitionProblem } from './problems';
import type { WorkflowDefinition } from './schema';

/** Triggers that are well formed and can never fire. */
export function validateTrigger({
  trigger,
}: WorkflowDefinition): DefinitionProblem[] {
  if (trigger.type === 'state_changed') {
    const { from, to } = trigger;
    return [
      ...(from?.length === 0
        ? [never('from', 'names no status; leave it out for any status')]
        : []),
      ...(to?.length === 0
        ? [never('to', 'names no status; leave it out for any status')]
        : []),
      ...(sameOne(from, to)
        ? [never('to', `is "${to![0]}", which is also all that is in from`)]
        : []),
    ];
  }
  if (trigger.type === 'incident_updated') {
    const { changedFrom, changedTo } = trigger;
    return sameOne(changedFrom, changedTo)
      ? [
          never(
            'changedTo',
            `is "${changedTo![0]}", which is also all that is in changedFrom`,
          ),
        ]
      : [];
  }
  return [];
}

function sameOne(from?: readonly string[], to?: readonly string[]): boolean {
  return from?.length === 1 && to?.length === 1 && from[0] === to[0];
}

function never(field: string, message: string): DefinitionProblem {
  return {
    code: 'trigger_never_fires',
    severity: 'error',
    path: `trigger.${field}`,
    message: `${message}; so nothing sets the workflow off`,
  };
}
