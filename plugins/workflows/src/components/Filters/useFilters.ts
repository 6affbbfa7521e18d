import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Filters that live in the address, so that a filtered list can be linked to.
 * An empty value takes a filter away.
 */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams();
  const filters = Object.fromEntries(
    names.map(name => [name, params.get(name) || undefined]),
  ) as Record<Name, string | undefined>;

  const setFilter = useCallback(
    (name: Name, value: string | undefined) =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          if (value) {
            next.set(name, value);
          } else {
            next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  const clear = useCallback(
    () => setParams({}, { replace: true }),
    [setParams],
  );
  return {
    filters,
    isFiltered: names.some(name => filters[name]),
    setFilter,
    clear,
  };
}
