import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityLookup } from './EntityLookup';
import { toRef } from './toIncidentEntity';

/** Names the sender's service on the entity that it is. */
export const SERVICE_ANNOTATION = 'workflows/incident-service';

/** How long a name in the catalog may be. */
const MAX_NAME_CHARS = 63;

/**
 * Finds the entity of an incident: by its explicit ref, else by the annotation
 * that names the service, else a component of the service's name.
 */
export async function findEntity(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  lookup: EntityLookup;
}): Promise<Entity | undefined> {
  const { catalog, credentials, lookup } = options;
  const ref =
    lookup.entityRef &&
    toRef(lookup.entityRef, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
  const named = ref && (await catalog.getEntityByRef(ref, { credentials }));
  const { service } = lookup;
  if (named || !service) {
    return named || undefined;
  }
  // A predicate, because a filter joins its values with commas and the sender
  // could add terms of its own.
  const first = async (query: JsonObject) => {
    const { items } = await catalog.queryEntities(
      { query: query as never, limit: 20 },
      { credentials },
    );
    return items.sort(byPlace)[0];
  };
  return (
    (await first({
      [`metadata.annotations.${SERVICE_ANNOTATION}`]: service,
    })) ??
    (service.length <= MAX_NAME_CHARS
      ? first({ kind: 'component', 'metadata.name': service })
      : undefined)
  );
}

/** The default namespace first, then by ref, so that of several it is always the same. */
function byPlace(a: Entity, b: Entity): number {
  const rank = (entity: Entity) =>
    Number((entity.metadata.namespace ?? 'default') !== 'default');
  return (
    rank(a) - rank(b) ||
    stringifyEntityRef(a).localeCompare(stringifyEntityRef(b), 'en')
  );
}
