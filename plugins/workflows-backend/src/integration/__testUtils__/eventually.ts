/**
 * What `probe` gives once `accept` holds of it. Real processes have no clock
 * that a test could move, so this polls; it fails with the last value seen.
 */
export async function eventually<T>(
  probe: () => Promise<T> | T,
  accept: (value: T) => boolean,
  timeoutMs: number = 60_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (accept(value)) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(
        `still not so after ${timeoutMs} ms: ${JSON.stringify(value)?.slice(
          0,
          2_000,
        )}`,
      );
    }
    await new Promise(resolve => {
      setTimeout(resolve, 100);
    });
  }
}
