import { type EntityLookup, lookupKey } from '../catalog/EntityLookup';
import type { ResolvedLookup } from '../catalog/EntityResolver';
import type { EntityRules, SourcedIncident } from '../catalog/EntityRules';

/** Lookups that are under way at a time. */
const AT_A_TIME = 10;

/** The catalog's answers so far. */
export interface KnownEntities {
  /** `away` when the catalog does not answer and it goes without. */
  get(incident: SourcedIncident): ResolvedLookup | 'away';
}

/** Asks the catalog; `away` to go without its answer. */
export type ResolveEntity = (
  lookup: EntityLookup,
) => Promise<ResolvedLookup | 'away'>;

/**
 * The catalog's answers that a transaction may use. Nothing but the database is
 * awaited inside one, so it notes what it would have needed; the caller rolls
 * back, asks, and tries again.
 */
export class NeededEntities implements KnownEntities {
  private readonly answers = new Map<string, ResolvedLookup | 'away'>();
  private readonly missing = new Map<string, EntityLookup>();

  static create(options: { rules: EntityRules }) {
    return new NeededEntities(options.rules);
  }

  private constructor(private readonly rules: EntityRules) {}

  get(incident: SourcedIncident): ResolvedLookup | 'away' {
    const key = this.need(incident);
    return this.answers.get(key ?? '') ?? { resolution: {} };
  }

  /** Gives the key of the lookup, if there is anything to look for. */
  need(incident: SourcedIncident): string | undefined {
    const lookup = this.rules.lookup(incident);
    const key = lookupKey(lookup);
    if (key !== undefined && !this.answers.has(key)) {
      this.missing.set(key, lookup);
    }
    return key;
  }

  get isComplete(): boolean {
    return this.missing.size === 0;
  }

  /** Asks for what is missing, a few at a time. */
  async fill(resolve: ResolveEntity): Promise<void> {
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
