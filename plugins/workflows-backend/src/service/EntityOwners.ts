import type { LoggerService } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Caller } from '../permissions/Caller';

/** Who owns an entity, by what the caller may see in the catalog. */
export class EntityOwners {
  static create(options: { catalog: CatalogService; logger: LoggerService }) {
    return new EntityOwners(options.catalog, options.logger);
  }

  private constructor(
    private readonly catalog: CatalogService,
    private readonly logger: LoggerService,
  ) {}

  /** None when the entity is not there, or the catalog does not answer. */
  async of(entityRef: string, caller: Caller): Promise<string[]> {
    try {
      const entity = await this.catalog.getEntityByRef(entityRef, {
        credentials: caller.credentials,
      });
      return (entity?.relations ?? [])
        .filter(({ type }) => type === RELATION_OWNED_BY)
        .map(({ targetRef }) => targetRef);
    } catch (error) {
      this.logger.warn(
        `The owner of "${entityRef}" could not be read`,
        toError(error),
      );
      return [];
    }
  }
}
