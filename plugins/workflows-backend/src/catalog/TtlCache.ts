/** A value and until when it is as good as new. */
interface Entry<T> {
  value: T;
  freshUntil: number;
}

/** A small cache whose values grow old and are still there to fall back on. */
export class TtlCache<T> {
  private readonly entries = new Map<string, Entry<T>>();

  static create<T>(options: { now: () => number; maxEntries: number }) {
    return new TtlCache<T>(options.now, options.maxEntries);
  }

  private constructor(
    private readonly now: () => number,
    private readonly maxEntries: number,
  ) {}

  fresh(key: string): { value: T } | undefined {
    const entry = this.entries.get(key);
    return entry && entry.freshUntil > this.now() ? entry : undefined;
  }

  /** What is known, however old, up to an age past its end. */
  stale(key: string, graceMs: number): { value: T } | undefined {
    const entry = this.entries.get(key);
    return entry && entry.freshUntil + graceMs > this.now() ? entry : undefined;
  }

  set(key: string, value: T, ttlMs: number): void {
    // The oldest entry is the first one.
    this.entries.delete(key);
    this.entries.set(key, { value, freshUntil: this.now() + ttlMs });
    if (this.entries.size > this.maxEntries) {
      this.entries.delete(this.entries.keys().next().value!);
    }
  }
}
