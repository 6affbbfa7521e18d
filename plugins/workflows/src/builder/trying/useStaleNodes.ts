import { useMemo } from 'react';
import { useDefinition } from '../context/BuilderContext';
import { useTrying } from './TryingContext';
import { type Tried, staleNodes } from './staleNodes';

/** The nodes whose results are of what is no longer drawn. */
export function useStaleNodes(tried: Tried): ReadonlySet<string> {
  const definition = useDefinition();
  const pinned = useTrying(state => state.pinned);
  return useMemo(
    () => staleNodes(tried, { definition, pinned }),
    [tried, definition, pinned],
  );
}
