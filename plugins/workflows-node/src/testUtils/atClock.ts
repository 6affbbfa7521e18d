/** Runs something while the clock stands at a time. */
export function atClock<T>(time: string, run: () => T): T {
  const RealDate = Date;
  const now = RealDate.parse(time);
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args) =>
      args.length
        ? Reflect.construct(target, args)
        : Reflect.construct(target, [now]),
    get: (target, property) =>
      property === 'now' ? () => now : Reflect.get(target, property),
  });
  try {
    return run();
  } finally {
    globalThis.Date = RealDate;
  }
}
