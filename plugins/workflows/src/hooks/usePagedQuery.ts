import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from 'backstage-plugin-workflows-common';
import { useMemo } from 'react';
import { POLL_MS } from './useLiveUpdates';

/** A list that is shown page after page, and stays up to date. */
export function usePagedQuery<T>(options: {
  queryKey: readonly unknown[];
  fetchPage: (after: string | undefined) => Promise<Page<T>>;
}) {
  const query = useInfiniteQuery({
    queryKey: options.queryKey,
    queryFn: ({ pageParam }) => options.fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextAfter,
    refetchInterval: POLL_MS,
    // A changed filter shows the old rows until the new ones are there.
    placeholderData: keepPreviousData,
  });
  const items = useMemo(
    () => query.data?.pages.flatMap(page => page.items),
    [query.data],
  );
  return {
    /** Undefined until the first page is there. */
    items,
    error: query.error,
    isLoading: query.isLoading,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => query.fetchNextPage(),
    retry: () => query.refetch(),
  };
}
