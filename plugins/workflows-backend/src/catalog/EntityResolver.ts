import type { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_PART_OF, type Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityResolution } from 'backstage-plugin-workflows-common';
import { CatalogReader } from './CatalogReader';
import { type EntityLookup, lookupKey } from './EntityLookup';
import { findEntity } from './findEntity';
import { inTime } from '../inTime';
import { ServiceNames } from './ServiceNames';
import { TtlCache } from './TtlCache';
import {
  type ResolvedEntity,
  relation,
  toIncidentEntity,
} from './toIncidentEntity';

const LOOKUP_MS = 1_000;
/**
 * The catalog tells nobody what changes in it, so answers grow old quickly. An
 * owner may change; an entity that is missing is about to be registered.
 */
const FOUND_TTL_MS = 30_000;
const MISSING_TTL_MS = 5_000;
/** How old an answer may be while the catalog does not answer. */
const WITHOUT_CATALOG_MS = 60 * 60_000;
const MAX_ENTRIES = 5_000;

/** The catalog's answer to a lookup. */
export interface ResolvedLookup {
  /** Absent when the catalog has none that fits. */
  entity?: ResolvedEntity;
  /** How it was found, or what led nowhere. */
  resolution: EntityResolution;
}

export interface EntityResolverOptions {
  catalog: CatalogService;
  auth: AuthService;
  /** Milliseconds of a clock that only the cache uses. Default `Date.now`. */
  now?: () => number;
  /** How long one lookup may take. Default 1 s. */
  lookupMs?: number;
}

/** Finds the catalog entity of incidents, within a second each, with a small cache. */
export class EntityResolver {
  static create(options: EntityResolverOptions) {
    const { now = Date.now, lookupMs = LOOKUP_MS } = options;
    const reader = CatalogReader.create(options);
    const cache = { now, maxEntries: MAX_ENTRIES };
    return new EntityResolver(
      reader,
      ServiceNames.create({ reader, now }),
      TtlCache.create<ResolvedLookup>(cache),
      TtlCache.create<string | undefined>(cache),
      lookupMs,
    );
  }

  private constructor(
    private readonly reader: CatalogReader,
    private readonly services: ServiceNames,
    private readonly lookups: TtlCache<ResolvedLookup>,
    /** The domain of a system, by the system's ref. */
    private readonly domains: TtlCache<string | undefined>,
    private readonly lookupMs: number,
  ) {}

  /**
   * While the catalog does not answer, what it said within the last hour counts.
   *
   * @throws ServiceUnavailableError when it does not answer, in time or at all,
   * and never did
   */
  async resolve(lookup: EntityLookup): Promise<ResolvedLookup> {
    const key = lookupKey(lookup);
    if (key === undefined) {
      return { resolution: {} };
    }
    const known = this.lookups.fresh(key);
    if (known) {
      return known.value;
    }
    try {
      const resolved = await inTime(this.look(lookup), this.lookupMs);
      const ttl = resolved.entity ? FOUND_TTL_MS : MISSING_TTL_MS;
      this.lookups.set(key, resolved, ttl);
      return resolved;
    } catch (error) {
      const stale = this.lookups.stale(key, WITHOUT_CATALOG_MS);
      if (stale) {
        return stale.value;
      }
      throw new ServiceUnavailableError(
        `The catalog gave no entity for ${key}: ${toError(error).message}`,
      );
    }
  }

  private async look(lookup: EntityLookup): Promise<ResolvedLookup> {
    const { reader, services } = this;
    const found = await findEntity({ reader, services, lookup });
    return {
      resolution: found.resolution,
      ...(found.entity && { entity: await this.withDomain(found.entity) }),
    };
  }

  /** The system's domain is the entity's, as the catalog shows it. */
  private async withDomain(entity: Entity): Promise<ResolvedEntity> {
    const resolved = toIncidentEntity(entity);
    if (resolved.domain || !resolved.system) {
      return resolved;
    }
    let known = this.domains.fresh(resolved.system);
    if (!known) {
      const system = await this.reader.byRef(resolved.system);
      known = { value: system && relation(system, RELATION_PART_OF, 'domain') };
      this.domains.set(resolved.system, known.value, FOUND_TTL_MS);
    }
    const { value: domain } = known;
    return domain ? { ...resolved, domain } : resolved;
  }
}
