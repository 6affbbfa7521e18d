import type { JsonObject } from '@backstage/types';
import { evaluate } from '../conditions/evaluate';
import type { TriggerEntities } from '../definition/triggerEntities';
import type { ExplainedGroup } from '../execution/types';
import type { IncidentEntity } from '../incident/types';
import { type OwnedIncident, ownerScope } from './ownerScope';

/**
 * The annotation by which an entity names workflows that are for it: names or
 * ids, separated by commas.
 *
 * @public
 */
export const RUN_ANNOTATION = 'workflows/run';

/** @public */
export const ENTITY_SCOPE_REASONS = [
  // It applies:
  'global',
  'owner',
  'team',
  'named',
  'selected',
  // It does not:
  'other_owner',
  'no_entity',
  'not_named',
  'not_selected',
] as const;

/** @public */
export type EntityScopeReason = (typeof ENTITY_SCOPE_REASONS)[number];

/** @public */
export const ENTITY_SELECTORS = [
  'owners',
  'systems',
  'domains',
  'kinds',
  'types',
  'tags',
] as const;

/** @public */
export type EntitySelector = (typeof ENTITY_SELECTORS)[number];

/**
 * Whether a workflow is for an entity, and why, or why not.
 *
 * @public
 */
export interface EntityScope {
  applies: boolean;
  /**
   * `global`, `owner`, `team`: nothing narrows it and it is for all, for its
   * team's entities, or the incident names its team. `named`: the entity names
   * it. `selected`: all that it asks of an entity fits. `other_owner`: another
   * team's. `no_entity`: it asks for an entity and there is none. `not_named`:
   * only for entities that name it. `not_selected`: something does not fit.
   */
  reason: EntityScopeReason;
  /** What it asks of an entity, with what the entity has. */
  selectors?: Array<{
    selector: EntitySelector;
    expected: string[];
    actual: string[];
    fits: boolean;
  }>;
  /** Its conditions on the entity, each with the value that it saw. */
  explanation?: ExplainedGroup;
}

/**
 * What {@link entityScope} looks at of a workflow.
 *
 * @public
 */
export interface EntityScopeWorkflow {
  id: string;
  name: string;
  /** Empty or absent for a global workflow. */
  ownerRef?: string;
  trigger: { entities?: TriggerEntities };
}

/**
 * Whether a workflow is for incidents of an entity. Three sentences say it:
 * a team's workflow only ever sees what is its team's ({@link ownerScope});
 * without `trigger.entities` it is for all of that; with it, for the entities
 * that fit, and for those that name it in {@link RUN_ANNOTATION}. Pure.
 *
 * @param entity - absent when the incident has none
 * @param incident - when it says more than the entity: who owns it, which team it names
 * @public
 */
export function entityScope(
  workflow: EntityScopeWorkflow,
  entity: IncidentEntity | undefined,
  incident: OwnedIncident = { ownerRef: text(entity?.owner) },
): EntityScope {
  const sees = ownerScope(workflow.ownerRef, incident);
  if (!sees) {
    return { applies: false, reason: 'other_owner' };
  }
  const { entities } = workflow.trigger;
  if (entity && isNamedBy(workflow, entity)) {
    return { applies: true, reason: 'named' };
  }
  if (!entities) {
    return { applies: true, reason: sees };
  }
  if (!entity) {
    return { applies: false, reason: 'no_entity' };
  }
  return entities.namedOnly
    ? { applies: false, reason: 'not_named' }
    : select(entities, entity);
}

function isNamedBy(
  { id, name }: EntityScopeWorkflow,
  entity: IncidentEntity,
): boolean {
  const annotations = object(object(entity.metadata).annotations);
  const named = (text(annotations[RUN_ANNOTATION]) ?? '')
    .split(',')
    .map(item => lower(item.trim()));
  // A name may hold commas; the annotation as a whole may be one name, too.
  const whole = lower((text(annotations[RUN_ANNOTATION]) ?? '').trim());
  return [id, name]
    .map(lower)
    .some(wanted => named.includes(wanted) || whole === wanted);
}

function select(
  entities: TriggerEntities,
  entity: IncidentEntity,
): EntityScope {
  const selectors = ENTITY_SELECTORS.flatMap(selector => {
    const expected = entities[selector];
    if (!expected) {
      return [];
    }
    const actual = ACTUAL[selector](entity);
    const wanted = expected.map(lower);
    const fits = actual.some(value => wanted.includes(lower(value)));
    return [{ selector, expected, actual, fits }];
  });
  const explanation =
    entities.conditions &&
    evaluate(
      { match: 'all', conditions: entities.conditions },
      // The entity alone: the trigger's own conditions are for the rest.
      { entity },
    );
  const applies =
    selectors.every(({ fits }) => fits) && explanation?.holds !== false;
  return {
    applies,
    reason: applies ? 'selected' : 'not_selected',
    selectors,
    ...(explanation && { explanation }),
  };
}

const ACTUAL: Record<EntitySelector, (entity: IncidentEntity) => string[]> = {
  owners: ({ owner }) => list(owner),
  systems: ({ system }) => list(system),
  domains: ({ domain }) => list(domain),
  kinds: ({ kind }) => list(kind),
  types: ({ spec }) => list(object(spec).type),
  tags: ({ metadata }) => list(object(metadata).tags),
};

function list(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    item => typeof item === 'string',
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function object(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null
    ? (value as JsonObject)
    : {};
}

function lower(value: string): string {
  return value.toLocaleLowerCase('en-US');
}
