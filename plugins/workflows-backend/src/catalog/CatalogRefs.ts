import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { inTime } from '../inTime';
import { TtlCache } from './TtlCache';

const LOOKUP_MS = 1_000;
const TTL_MS = 30_000;
const MAX_ENTRIES = 1_000;

/** Whether refs that people wrote are in the catalog. */
export class CatalogRefs {
  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    /** Milliseconds of a clock that only the cache uses. Default `Date.now`. */
    now?: () => number;
  }) {
    const { now = Date.now } = options;
    return new CatalogRefs(
      options,
      TtlCache.create({ now, maxEntries: MAX_ENTRIES }),
    );
  }

  private constructor(
    private readonly deps: {
      catalog: CatalogService;
      auth: AuthService;
      logger: LoggerService;
    },
    private readonly known: TtlCache<boolean>,
  ) {}

  /** Those that are not there. None of them when the catalog does not answer. */
  async missing(refs: readonly string[]): Promise<string[]> {
    const unknown = refs.filter(ref => !this.known.fresh(ref));
    try {
      await inTime(this.look(unknown), LOOKUP_MS);
    } catch (error) {
      this.deps.logger.warn(
        'The refs of a definition could not be looked up',
        toError(error),
      );
    }
    return refs.filter(ref => this.known.fresh(ref)?.value === false);
  }

  private async look(refs: readonly string[]): Promise<void> {
    if (refs.length === 0) {
      return;
    }
    const { catalog, auth } = this.deps;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: [...refs], fields: ['kind', 'metadata.name'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    refs.forEach((ref, index) =>
      this.known.set(ref, items[index] !== undefined, TTL_MS),
    );
  }
}
