import {
  type Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';

/** An entity as templates see it when a run has it. */
export function entityContext(entity: Entity): JsonObject {
  const related = (type: string, kind = '') =>
    entity.relations?.find(
      relation => relation.type === type && relation.targetRef.startsWith(kind),
    )?.targetRef;
  const owner = related(RELATION_OWNED_BY);
  const system = related(RELATION_PART_OF, 'system:');
  const domain = related(RELATION_PART_OF, 'domain:');
  const { name, namespace, title, annotations, labels, tags } = entity.metadata;
  return JSON.parse(
    JSON.stringify({
      ref: stringifyEntityRef(entity),
      kind: entity.kind,
      owner,
      system,
      domain,
      metadata: {
        name,
        namespace: namespace ?? 'default',
        title,
        annotations,
        labels,
        tags,
      },
      spec: entity.spec ?? {},
    }),
  );
}
