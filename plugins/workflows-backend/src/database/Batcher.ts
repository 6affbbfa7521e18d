import { inTime } from '../inTime';

/** A batch that takes longer hangs on a dead connection. */
const GIVE_UP_MS = 30_000;

/** Does what it is given together; gives a result for each, in their order. */
export type BatchWork<T, R> = (
  items: T[],
) => Promise<ReadonlyArray<R | PromiseLike<R>>>;

interface Waiting<T, R> {
  item: T;
  resolve: (result: R | PromiseLike<R>) => void;
  reject: (error: unknown) => void;
}

/**
 * Does together what is asked for at about the same time. While one batch is
 * under way, what comes in waits for it and is the next. Nothing waits for a
 * batch to fill: at rest one is a single item, and the busier the larger.
 *
 * Nothing that goes wrong ends it: a batch that hangs is given up. Its items fail,
 * though they may still be done later, and the next batch begins.
 */
export class Batcher<T, R> {
  static create<T, R>(options: {
    work: BatchWork<T, R>;
    /** Items of one batch. Default 50. */
    size?: number;
    /** Default 30 s. */
    giveUpMs?: number;
  }): Batcher<T, R> {
    const { work, size = 50, giveUpMs = GIVE_UP_MS } = options;
    return new Batcher(work, size, giveUpMs);
  }

  private readonly waiting: Array<Waiting<T, R>> = [];
  private working = false;

  private constructor(
    private readonly work: BatchWork<T, R>,
    private readonly size: number,
    private readonly giveUpMs: number,
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
      await this.workOffOne(this.waiting.splice(0, this.size));
    }
    this.working = false;
  }

  private async workOffOne(batch: Array<Waiting<T, R>>) {
    const work = this.work(batch.map(({ item }) => item));
    try {
      const results = await inTime(work, this.giveUpMs);
      batch.forEach(({ resolve }, index) =>
        resolve(this.inTimeToo(results[index])),
      );
    } catch (error) {
      batch.forEach(({ reject }) => reject(error));
      // What becomes of them later, nobody waits for any more.
      work.then(late => Promise.allSettled(late)).catch(() => {});
    }
  }

  /** What is done for an item alone may hang as well. */
  private inTimeToo(result: R | PromiseLike<R>): R | Promise<R> {
    return isPromise(result)
      ? inTime(Promise.resolve(result), this.giveUpMs)
      : result;
  }
}

function isPromise<R>(result: R | PromiseLike<R>): result is PromiseLike<R> {
  return typeof (result as PromiseLike<R> | undefined)?.then === 'function';
}
