import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useMemo } from 'react';

/** Says what happened, for people who look elsewhere on the page. */
export function useNotify() {
  // The toast api is only in the new frontend system; this one is in both.
  const alertApi = useApi(alertApiRef);
  return useMemo(
    () => ({
      success: (message: string) =>
        alertApi.post({ message, severity: 'success', display: 'transient' }),
      error: (error: unknown) =>
        alertApi.post({
          message: error instanceof Error ? error.message : String(error),
          severity: 'error',
        }),
    }),
    [alertApi],
  );
}
