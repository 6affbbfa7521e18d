import { startTransition, useEffect, useState } from 'react';

/**
 * Whether the canvas is painted. What it can do without waits for that: a large
 * workflow shows its drawing first, and all else a moment later.
 */
export function useIsPainted(): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    // React Flow measures the nodes in the first frame, and paints what it
    // learned by that in the second.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() =>
          startTransition(() => setIsPainted(true)),
        );
      });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return isPainted;
}
