const STEP =
  /(?<![\w.])steps(?:\.([A-Za-z0-9_]+)|\[\s*(['"])([A-Za-z0-9_-]+)\2\s*\])/g;

/** A value in whose texts references to earlier steps follow their new ids. */
export function renameSteps<T>(value: T, ids: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') {
    return value.replace(STEP, (whole, plain, quote, quoted) => {
      const id = ids.get(plain ?? quoted);
      if (!id) {
        return whole;
      }
      return plain ? `steps.${id}` : `steps[${quote}${id}${quote}]`;
    }) as T;
  }
  if (Array.isArray(value)) {
    return value.map(item => renameSteps(item, ids)) as T;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, renameSteps(item, ids)]),
    ) as T;
  }
  return value;
}
