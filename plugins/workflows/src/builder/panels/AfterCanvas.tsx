import {
  type PropsWithChildren,
  startTransition,
  useEffect,
  useState,
} from 'react';

/**
 * What stands beside the canvas comes once the canvas is painted: a large
 * workflow shows its drawing first, and forms and lists a moment later.
 */
export const AfterCanvas = ({ children }: PropsWithChildren<{}>) => {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    // In the first frame React Flow measures the nodes, in the second it draws
    // the connections between them.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() =>
          startTransition(() => setIsPainted(true)),
        );
      });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return <>{isPainted && children}</>;
};
