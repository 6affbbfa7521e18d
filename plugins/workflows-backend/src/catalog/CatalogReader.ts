import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { Batcher } from '../database/Batcher';
import { inTime } from '../inTime';

/** Entities that one question may find before the rest is left out. */
const MAX_FOUND = 20;
/** How long a question that others wait behind may take. */
const SHARED_MS = 1_000;

/** The catalog, with the plugin's own rights. */
export class CatalogReader {
  static create(options: { catalog: CatalogService; auth: AuthService }) {
    return new CatalogReader(options.catalog, options.auth);
  }

  private readonly names = Batcher.create<string, Entity[]>({
    work: names => inTime(this.componentsOfNames(names), SHARED_MS),
  });

  private constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
  ) {}

  async byRef(ref: string): Promise<Entity | undefined> {
    return this.catalog.getEntityByRef(ref, await this.options());
  }

  /**
   * The entities of which all of this is true, in the order in which the first
   * one is taken: the default namespace, then by ref. A predicate, because a
   * filter joins its values with commas and a sender could add terms of its own.
   */
  async matching(query: JsonObject, limit = MAX_FOUND): Promise<Entity[]> {
    const { items } = await this.catalog.queryEntities(
      {
        query: query as never,
        limit,
        orderFields: { field: 'metadata.name', order: 'asc' },
      },
      await this.options(),
    );
    return items.sort(byPlace);
  }

  /**
   * The components of a name, the one to take first. Names that are asked for at
   * about the same time are one question: each is a request to the catalog.
   */
  components(name: string): Promise<Entity[]> {
    return this.names.add(name);
  }

  private async componentsOfNames(names: string[]) {
    const limit = MAX_FOUND * names.length;
    const found = await this.matching(
      { kind: 'component', 'metadata.name': { $in: [...new Set(names)] } },
      limit,
    );
    return names.map(name =>
      // When some were left out, they may all be of one name.
      found.length < limit || names.length === 1
        ? found.filter(entity => isSame(entity.metadata.name, name))
        : this.matching({ kind: 'component', 'metadata.name': name }),
    );
  }

  /** Every entity that carries an annotation, with little more than that. */
  async carrying(annotation: string): Promise<Entity[]> {
    const found: Entity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.catalog.queryEntities(
        cursor
          ? { cursor, limit: 1_000 }
          : {
              query: {
                [`metadata.annotations.${annotation}`]: { $exists: true },
              } as never,
              fields: [
                'kind',
                'metadata.namespace',
                'metadata.name',
                'metadata.annotations',
              ],
              limit: 1_000,
            },
        await this.options(),
      );
      found.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor && found.length < MAX_CARRYING);
    return found.sort(byPlace);
  }

  private async options() {
    return { credentials: await this.auth.getOwnServiceCredentials() };
  }
}

/** What a list that is kept in memory may hold. */
const MAX_CARRYING = 50_000;

/** As the catalog compares names. */
function isSame(a: string, b: string): boolean {
  return a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');
}

/** So that of several it is always the same. */
function byPlace(a: Entity, b: Entity): number {
  const rank = (entity: Entity) =>
    Number((entity.metadata.namespace ?? 'default') !== 'default');
  return (
    rank(a) - rank(b) ||
    stringifyEntityRef(a).localeCompare(stringifyEntityRef(b), 'en')
  );
}
