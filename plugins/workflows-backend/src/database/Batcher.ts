/** Does what it is given together; gives a result for each, in their order. */
export type BatchWork<T, R> = (
  items: T[],
) => Promise<ReadonlyArray<R | PromiseLike<R>>>;

/**
 * Does together what is asked for at about the same time. While one batch is
 * under way, what comes in waits for it and is the next. Nothing waits for a
 * batch to fill: at rest one is a single item, and the busier the larger.
 */
export class Batcher<T, R> {
  static create<T, R>(options: {
    work: BatchWork<T, R>;
    /** Items of one batch. Default 50. */
    size?: number;
  }): Batcher<T, R> {
    return new Batcher(options.work, options.size ?? 50);
  }

  private readonly waiting: Array<{
    item: T;
    resolve: (result: R | PromiseLike<R>) => void;
    reject: (error: unknown) => void;
  }> = [];
  private working = false;

  private constructor(
    private readonly work: BatchWork<T, R>,
    private readonly size: number,
  ) {}

  /** Gives what became of this item; when the batch fails, its error. */
  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.working) {
        this.working = true;
        // What starts in the same turn of the event loop is one batch.
        setImmediate(() => this.workOff());
      }
    });
  }

  private async workOff() {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.size);
      try {
        const results = await this.work(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, index) => resolve(results[index]));
      } catch (error) {
        batch.forEach(({ reject }) => reject(error));
      }
    }
    this.working = false;
  }
}
