import type { AuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { type EntityLookup, lookupKey } from './EntityLookup';
import { findEntity } from './findEntity';
import { type ResolvedEntity, toIncidentEntity } from './toIncidentEntity';

const LOOKUP_MS = 1_000;
/** An owner may change; an entity that is missing is about to be registered. */
const FOUND_TTL_MS = 30_000;
const MISSING_TTL_MS = 5_000;
const MAX_ENTRIES = 1_000;

interface Entry {
  until: number;
  entity: ResolvedEntity | undefined;
}

/** Finds the catalog entity of incidents, within a second each, with a small cache. */
export class EntityResolver {
  private readonly cache = new Map<string, Entry>();

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    /** Milliseconds of a clock that only the cache uses. Default `Date.now`. */
    now?: () => number;
    /** How long one lookup may take. Default 1 s. */
    lookupMs?: number;
  }) {
    return new EntityResolver(
      options.catalog,
      options.auth,
      options.now ?? Date.now,
      options.lookupMs ?? LOOKUP_MS,
    );
  }

  private constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
    private readonly now: () => number,
    private readonly lookupMs: number,
  ) {}

  /**
   * @returns `undefined` when the catalog knows no such entity
   * @throws ServiceUnavailableError when the catalog does not answer, in time or at all
   */
  async resolve(lookup: EntityLookup): Promise<ResolvedEntity | undefined> {
    if (!lookup.entityRef && !lookup.service) {
      return undefined;
    }
    const key = lookupKey(lookup);
    const known = this.cache.get(key);
    if (known && known.until > this.now()) {
      return known.entity;
    }
    try {
      const entity = await this.inTime(this.look(lookup));
      this.remember(key, entity);
      return entity;
    } catch (error) {
      throw new ServiceUnavailableError(
        `The catalog gave no entity for ${key}: ${toError(error).message}`,
      );
    }
  }

  private async look(lookup: EntityLookup) {
    const credentials = await this.auth.getOwnServiceCredentials();
    const entity = await findEntity({
      catalog: this.catalog,
      credentials,
      lookup,
    });
    return entity && toIncidentEntity(entity);
  }

  private inTime<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no answer in ${this.lookupMs} ms`)),
        this.lookupMs,
      );
    });
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
  }

  private remember(key: string, entity: ResolvedEntity | undefined) {
    this.cache.delete(key);
    const ttl = entity ? FOUND_TTL_MS : MISSING_TTL_MS;
    this.cache.set(key, { until: this.now() + ttl, entity });
    if (this.cache.size > MAX_ENTRIES) {
      this.cache.delete(this.cache.keys().next().value!);
    }
  }
}
