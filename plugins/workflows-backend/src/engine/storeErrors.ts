/**
 * The database could not be asked. The run is left as it is; when its lease is
 * over, someone goes on with it.
 */
export class StoreUnavailableError extends Error {
  constructor(cause: unknown) {
    super(`The database cannot be used: ${(cause as Error)?.message}`, {
      cause,
    });
    this.name = 'StoreUnavailableError';
  }
}

/**
 * SQLSTATE classes 22 (data) and 23 (constraints) and their kin of SQLite.
 * Everything else is a matter of the connection, the server or an update under
 * way, and may be well the next time.
 */
const DATA = /^(22|23)[0-9A-Z]{3}$|^SQLITE_(CONSTRAINT|TOOBIG|MISMATCH)/;

/** Of values that are no JSON, or too large a one; no database throws them. */
const MISTAKES = ['SyntaxError', 'RangeError'];

/** Whether an error is about what was written or read, so that repeating is of no use. */
export function isDataError(error: unknown): boolean {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: string };
  return (
    (typeof code === 'string' && DATA.test(code)) ||
    MISTAKES.includes(name ?? '')
  );
}
