import { isKnownField } from '../fields/knownFields';
import { conditionFields } from './conditionFields';
import type { DefinitionProblem } from './problems';
import type { WorkflowDefinition } from './schema';

/**
 * The refs that a definition names in `trigger.entities`.
 *
 * @public
 */
export function entityRefsOf({ trigger }: WorkflowDefinition): string[] {
  const { owners = [], systems = [], domains = [] } = trigger.entities ?? {};
  return [...new Set([...owners, ...systems, ...domains])];
}

/**
 * What a definition names of the catalog and of incidents and what is not there.
 * Warnings: an entity may be registered tomorrow, and a field may be sent one day.
 */
export function validateEntities(
  definition: WorkflowDefinition,
  environment: { missingEntityRefs?: readonly string[] },
): DefinitionProblem[] {
  const { trigger, nodes } = definition;
  const { missingEntityRefs = [] } = environment;
  return [
    ...(['owners', 'systems', 'domains'] as const).flatMap(selector =>
      (trigger.entities?.[selector] ?? []).flatMap((ref, index) =>
        missingEntityRefs.includes(ref)
          ? [
              warning(
                'entity_unknown',
                `trigger.entities.${selector}.${index}`,
                `the catalog has no "${ref}"; so no entity fits by it`,
              ),
            ]
          : [],
      ),
    ),
    ...conditionFields(
      trigger.entities?.conditions ?? [],
      'trigger.entities.conditions',
    ).flatMap(({ field, path }) =>
      field.startsWith('entity.')
        ? []
        : [
            warning(
              'field_unknown',
              path,
              `"${field}" is not a field of the entity; it must begin with entity, as in entity.spec.type`,
            ),
          ],
    ),
    ...unknownFields(trigger.conditions, 'trigger.conditions'),
    ...nodes.flatMap((node, index) =>
      node.type === 'condition'
        ? unknownFields(
            node.data.conditions,
            `nodes.${index}.data.conditions`,
            node.id,
          )
        : [],
    ),
  ];
}

function unknownFields(
  conditions: WorkflowDefinition['trigger']['conditions'],
  place: string,
  nodeId?: string,
): DefinitionProblem[] {
  return conditionFields(conditions, place)
    .filter(({ field }) => !isKnownField(field))
    .map(({ field, path }) =>
      warning(
        'field_unknown',
        path,
        `no incident has a field "${field}"; what a sender names is below labels or metadata`,
        nodeId,
      ),
    );
}

function warning(
  code: 'entity_unknown' | 'field_unknown',
  path: string,
  message: string,
  nodeId?: string,
): DefinitionProblem {
  return {
    code,
    severity: 'warning',
    ...(nodeId && { nodeId }),
    path,
    message,
  };
}
