import type { LoggerService } from '@backstage/backend-plugin-api';
import { RELATION_PART_OF } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type ResolvedEntity,
  relation,
  toIncidentEntity,
} from '../catalog/toIncidentEntity';
import type { Caller } from '../permissions/Caller';

/** Entities as incidents have them, by what the caller may see in the catalog. */
export class VisibleEntities {
  static create(options: { catalog: CatalogService; logger: LoggerService }) {
    return new VisibleEntities(options.catalog, options.logger);
  }

  private constructor(
    private readonly catalog: CatalogService,
    private readonly logger: LoggerService,
  ) {}

  /** None when the entity is not there, or the catalog does not answer. */
  async get(
    entityRef: string,
    { credentials }: Caller,
  ): Promise<ResolvedEntity | undefined> {
    try {
      const entity = await this.catalog.getEntityByRef(entityRef, {
        credentials,
      });
      const resolved = entity && toIncidentEntity(entity);
      if (!resolved?.system || resolved.domain) {
        return resolved;
      }
      const system = await this.catalog.getEntityByRef(resolved.system, {
        credentials,
      });
      const domain = system && relation(system, RELATION_PART_OF, 'domain');
      return domain ? { ...resolved, domain } : resolved;
    } catch (error) {
      this.logger.warn(`"${entityRef}" could not be read`, toError(error));
      return undefined;
    }
  }
}
