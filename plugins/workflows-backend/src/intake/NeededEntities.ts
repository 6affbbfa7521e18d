import { type EntityLookup, lookupKey } from '../catalog/EntityLookup';
import type { ResolvedEntity } from '../catalog/toIncidentEntity';
import type { KnownEntities } from './applyDelivery';

/**
 * The catalog's answers that a transaction may use. Nothing but the database is
 * awaited inside one, so it notes what it would have needed; the caller rolls
 * back, asks, and tries again.
 */
export class NeededEntities implements KnownEntities {
  private readonly answers = new Map<string, ResolvedEntity | undefined>();
  private readonly missing = new Map<string, EntityLookup>();

  static create() {
    return new NeededEntities();
  }

  private constructor() {}

  get({ entityRef, service }: EntityLookup): ResolvedEntity | undefined {
    const lookup = { entityRef, service };
    this.need(lookup);
    return this.answers.get(lookupKey(lookup));
  }

  need(lookup: EntityLookup): void {
    const key = lookupKey(lookup);
    if ((lookup.entityRef || lookup.service) && !this.answers.has(key)) {
      this.missing.set(key, lookup);
    }
  }

  get isComplete(): boolean {
    return this.missing.size === 0;
  }

  /** Asks for what is missing, a few at a time. */
  async fill(
    resolve: (lookup: EntityLookup) => Promise<ResolvedEntity | undefined>,
  ): Promise<void> {
    const todo = [...this.missing];
    const next = async (): Promise<void> => {
      for (let entry = todo.shift(); entry; entry = todo.shift()) {
        const [key, lookup] = entry;
        this.answers.set(key, await resolve(lookup));
        this.missing.delete(key);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, next));
  }
}

const AT_A_TIME = 10;
