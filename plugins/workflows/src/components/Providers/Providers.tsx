import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type PropsWithChildren, useState } from 'react';
import { useLiveUpdates } from '../../hooks/useLiveUpdates';

/**
 * What every view of the plugin needs around it: server state of its own, kept
 * up to date by signals.
 */
export const Providers = ({ children }: PropsWithChildren<{}>) => {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // Lists poll, and error panels have a button: nothing retries unseen.
          queries: { retry: false },
          mutations: { retry: false },
        },
      }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <LiveUpdates />
      {children}
    </QueryClientProvider>
  );
};

const LiveUpdates = () => {
  useLiveUpdates();
  return null;
};
