import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  EntityResolution,
  ResolvedBy,
} from 'backstage-plugin-workflows-common';
import type { CatalogReader } from './CatalogReader';
import type { EntityLookup } from './EntityLookup';
import { SERVICE_ANNOTATION, type ServiceNames } from './ServiceNames';
import { toRef } from './toIncidentEntity';

/** How long a name in the catalog may be. */
const MAX_NAME_CHARS = 63;
/** How long an annotation's value may be to be found by it. */
const MAX_VALUE_CHARS = 200;
/** Further entities that are named when several would fit. */
const MAX_ALTERNATIVES = 5;

/** What was found, or which refs led nowhere. */
export interface FoundEntity {
  entity?: Entity;
  resolution: EntityResolution;
}

/** One way to an entity; the first of several that it leads to is taken. */
interface Way {
  resolvedBy: ResolvedBy;
  by: string;
  find(): Promise<Entity[]>;
  /** The ref that it stands on, to be named when it is not in the catalog. */
  ref?: string;
}

/**
 * Finds the entity of an incident: as somebody set it, by the explicit ref in
 * the payload, by annotation, by rule, by a component's name. What leads nowhere
 * is passed over.
 */
export async function findEntity(options: {
  reader: CatalogReader;
  services: ServiceNames;
  lookup: EntityLookup;
}): Promise<FoundEntity> {
  const unknown: string[] = [];
  for (const way of waysTo(options)) {
    const [entity, ...others] = await way.find();
    if (entity) {
      const alternatives = others
        .slice(0, MAX_ALTERNATIVES)
        .map(stringifyEntityRef);
      return {
        entity,
        resolution: {
          resolvedBy: way.resolvedBy,
          by: way.by,
          ...(alternatives.length > 0 && { alternatives }),
          ...(unknown.length > 0 && { unknown }),
        },
      };
    }
    if (way.ref) {
      unknown.push(way.ref);
    }
  }
  return { resolution: unknown.length > 0 ? { unknown } : {} };
}

function* waysTo(options: {
  reader: CatalogReader;
  services: ServiceNames;
  lookup: EntityLookup;
}): Generator<Way> {
  const { reader, services, lookup } = options;
  const { byHand, entityRef, annotations = {}, rules = [], service } = lookup;
  const named = (resolvedBy: ResolvedBy, ref: string, by = ref): Way => ({
    resolvedBy,
    by,
    ref,
    find: () => byRefs(reader, [ref]),
  });

  if (byHand) {
    yield named('hand', byHand);
  }
  if (entityRef) {
    yield named('payload', entityRef);
  }
  for (const [annotation, value] of Object.entries(annotations)) {
    if (value !== '' && value.length <= MAX_VALUE_CHARS) {
      yield {
        resolvedBy: 'annotation',
        by: `${annotation}: ${value}`,
        find: () =>
          reader.matching({ [`metadata.annotations.${annotation}`]: value }),
      };
    }
  }
  if (service) {
    yield {
      resolvedBy: 'annotation',
      by: `${SERVICE_ANNOTATION}: ${service}`,
      find: async () => byRefs(reader, await services.entitiesOf(service)),
    };
  }
  for (const { rule, ref } of rules) {
    yield named('rule', ref, rule);
  }
  if (service && service.length <= MAX_NAME_CHARS) {
    yield {
      resolvedBy: 'name',
      by: service,
      find: () => reader.components(service),
    };
  }
}

/** The entities of these refs that are there, in that order. */
async function byRefs(
  reader: CatalogReader,
  refs: readonly string[],
): Promise<Entity[]> {
  const found = await Promise.all(
    refs.slice(0, MAX_ALTERNATIVES + 1).map(async text => {
      const ref = toRef(text, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      });
      return ref && reader.byRef(ref);
    }),
  );
  return found.filter(entity => entity !== undefined && entity !== '');
}
