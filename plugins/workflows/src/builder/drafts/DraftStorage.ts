import { type Draft, parseDraft } from './Draft';

const PREFIX = 'workflows.builder.draft.';

/** A draft that nobody came back for in this many milliseconds goes: 30 days. */
const MAX_AGE_MS = 30 * 24 * 3_600_000;

/**
 * Where the browser keeps unsaved work: one draft for each workflow and user.
 * A browser may refuse all of it, as in a private window or when it is full.
 */
export class DraftStorage {
  static create(options: {
    workflowId: string;
    userRef: string;
    storage?: () => Storage;
  }) {
    return new DraftStorage(
      `${PREFIX}${options.userRef}.${options.workflowId}`,
      options.storage ?? (() => window.localStorage),
    );
  }

  private constructor(
    private readonly key: string,
    private readonly storage: () => Storage,
  ) {}

  read(): Draft | undefined {
    return attempt(() => parseDraft(this.storage().getItem(this.key)));
  }

  /** @returns whether it is kept */
  write(draft: Draft): boolean {
    return (
      attempt(() => {
        this.storage().setItem(this.key, JSON.stringify(draft));
        return true;
      }) ?? false
    );
  }

  remove(): void {
    attempt(() => this.storage().removeItem(this.key));
  }

  /** Removes drafts, of any workflow, that are too old to be of use. */
  prune(now: number): void {
    attempt(() => {
      const storage = this.storage();
      Object.keys(storage)
        .filter(key => key.startsWith(PREFIX))
        .filter(key => {
          const at = parseDraft(storage.getItem(key))?.at;
          return !at || now - Date.parse(at) > MAX_AGE_MS;
        })
        .forEach(key => storage.removeItem(key));
    });
  }
}

function attempt<T>(of: () => T): T | undefined {
  try {
    return of();
  } catch {
    return undefined;
  }
}
