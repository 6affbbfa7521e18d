import { useSignal } from '@backstage/plugin-signals-react';
import { useQueryClient } from '@tanstack/react-query';
import {
  WORKFLOWS_SIGNAL_CHANNEL,
  type WorkflowsSignal,
} from 'backstage-plugin-workflows-common';
import { useEffect } from 'react';
import { keysChangedBy } from './queryKeys';

/**
 * How often a live query asks again without a signal, in milliseconds. Signals
 * may be missing, or lost while the browser reconnects.
 */
export const POLL_MS = 5_000;

/** Fetches again what a signal says has changed. */
export function useLiveUpdates() {
  const queryClient = useQueryClient();
  const { lastSignal } = useSignal<WorkflowsSignal>(WORKFLOWS_SIGNAL_CHANNEL);
  useEffect(() => {
    if (lastSignal) {
      for (const queryKey of keysChangedBy(lastSignal)) {
        queryClient.invalidateQueries({ queryKey });
      }
    }
  }, [lastSignal, queryClient]);
}
