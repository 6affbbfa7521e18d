import {
  type Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { IncidentEntity } from 'backstage-plugin-workflows-common';

/** Longest value of a spec field or annotation that runs carry along, as JSON. */
const MAX_VALUE_CHARS = 1_000;

/** What conditions and templates see of an entity. */
export type ResolvedEntity = IncidentEntity & {
  owner?: string;
  system?: string;
  /** Of the entity's system, or its own. */
  domain?: string;
};

/**
 * Owner and system come from the relations, or as written in `spec` where the
 * catalog has not made them yet. Values too long for a context, such as an API's
 * definition, are left out.
 */
export function toIncidentEntity(entity: Entity): ResolvedEntity {
  const { name, namespace, title, annotations, labels, tags } = entity.metadata;
  const owner =
    relation(entity, RELATION_OWNED_BY) ?? specRef(entity, 'owner', 'group');
  const system =
    relation(entity, RELATION_PART_OF, 'system') ??
    specRef(entity, 'system', 'system');
  const domain = relation(entity, RELATION_PART_OF, 'domain');
  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind,
    ...(owner && { owner }),
    ...(system && { system }),
    ...(domain && { domain }),
    metadata: {
      name,
      namespace: namespace ?? 'default',
      ...(title && { title }),
      ...(annotations && { annotations: short(annotations) }),
      ...(labels && { labels: short(labels) }),
      ...(tags && { tags }),
    },
    spec: short(entity.spec ?? {}),
  };
}

/** The first entity, of a kind if one is said, that this one is related to. */
export function relation(
  entity: Entity,
  type: string,
  kind?: string,
): string | undefined {
  return entity.relations
    ?.filter(candidate => candidate.type === type)
    .map(candidate => candidate.targetRef)
    .find(ref => !kind || parseEntityRef(ref).kind.toLowerCase() === kind);
}

function specRef(entity: Entity, field: string, defaultKind: string) {
  const value = entity.spec?.[field];
  if (typeof value !== 'string' || value === '') {
    return undefined;
  }
  return toRef(value, {
    defaultKind,
    defaultNamespace: entity.metadata.namespace ?? 'default',
  });
}

function short(values: Record<string, JsonValue | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => (JSON.stringify(value) ?? '').length <= MAX_VALUE_CHARS,
    ),
  );
}

/** A ref in its one spelling; `undefined` when the text is none. */
export function toRef(
  text: string,
  defaults: { defaultKind: string; defaultNamespace: string },
): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(text.trim(), defaults));
  } catch {
    return undefined;
  }
}
