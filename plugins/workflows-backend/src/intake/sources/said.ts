type Said<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Only what was said: without undefined, null, and empty texts, lists and objects. */
export function said<T extends object>(fields: T): Said<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => saysSomething(value)),
  ) as Said<T>;
}

function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null || value === '') {
    return false;
  }
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
