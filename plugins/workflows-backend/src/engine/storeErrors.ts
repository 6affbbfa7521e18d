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

/** Whether a database error is about what was written, so that repeating is of no use. */
export function isDataError(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && DATA.test(code);
}
