import { stringifyEntityRef } from '@backstage/catalog-model';
import { inTime } from '../inTime';
import type { CatalogReader } from './CatalogReader';

/** Names the sender's services on the entity that they are, separated by commas. */
export const SERVICE_ANNOTATION = 'workflows/incident-service';

const TTL_MS = 30_000;
/** How long a lookup waits for a newer list when there is an older one. */
const PATIENCE_MS = 500;

/**
 * Which entities say that they are a sender's service. The catalog finds an
 * annotation by its whole value only, and forgets those over 200 characters, so
 * the lists are read here: all of them at once, and again when they are old.
 */
export class ServiceNames {
  static create(options: { reader: CatalogReader; now: () => number }) {
    return new ServiceNames(options.reader, options.now);
  }

  private current?: { refs: Map<string, string[]>; readAt: number };
  private reading?: Promise<void>;

  private constructor(
    private readonly reader: CatalogReader,
    private readonly now: () => number,
  ) {}

  /** Refs of the entities, the one to take first. */
  async entitiesOf(service: string): Promise<string[]> {
    if (!this.current) {
      await this.read();
    } else if (this.now() >= this.current.readAt + TTL_MS) {
      await this.readWithPatience();
    }
    return this.current?.refs.get(normalise(service)) ?? [];
  }

  /** One reading at a time; it goes on when nobody waits for it any more. */
  private read(): Promise<void> {
    this.reading ??= this.readAll().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readAll(): Promise<void> {
    const readAt = this.now();
    const refs = new Map<string, string[]>();
    for (const entity of await this.reader.carrying(SERVICE_ANNOTATION)) {
      const names = entity.metadata.annotations?.[SERVICE_ANNOTATION] ?? '';
      for (const name of new Set(names.split(',').map(normalise))) {
        refs.set(name, [...(refs.get(name) ?? []), stringifyEntityRef(entity)]);
      }
    }
    this.current = { refs, readAt };
  }

  private async readWithPatience(): Promise<void> {
    // An older list is better than none.
    await inTime(this.read(), PATIENCE_MS).catch(() => {});
  }
}

function normalise(name: string): string {
  return name.trim().toLocaleLowerCase('en-US');
}
