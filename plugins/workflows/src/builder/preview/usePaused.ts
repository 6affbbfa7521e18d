import { useEffect, useState } from 'react';

/** A value as it was when it last stayed the same for a while. */
export function usePaused<T>(value: T, ms: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(() => value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return paused;
}
