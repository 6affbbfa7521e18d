import {
  INCIDENT_STATUSES,
  type WorkflowDefinition,
} from 'backstage-plugin-workflows-common';

const INCIDENT_FIELDS = [
  'status',
  'severity',
  'priority',
  'title',
  'description',
  'service',
  'team',
  'assignee',
  'sourceId',
  'labels.',
  'metadata.',
  'entityRef',
  'ownerRef',
  'systemRef',
  'episode',
  'startedAt',
  'entity.owner',
  'entity.system',
  'entity.spec.type',
  'entity.spec.lifecycle',
  'entity.metadata.name',
];

/** Fields that a condition may name; others may be typed. */
export function fieldSuggestions(
  definition: WorkflowDefinition,
  withSteps: boolean,
): string[] {
  const steps = definition.nodes
    .filter(node => withSteps && node.type === 'action')
    .flatMap(({ id }) => [`steps.${id}.state`, `steps.${id}.output.`]);
  return [...INCIDENT_FIELDS, ...steps];
}

/** Values that a field is known to have. */
export function valueSuggestions(field: string): readonly string[] {
  return field === 'status' ? INCIDENT_STATUSES : [];
}
