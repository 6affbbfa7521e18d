import type { JsonObject } from '@backstage/types';
import type { PrepareOptions } from '../createWorkflowAction';
import { mockIncident } from './mockIncident';

/** A run's id; what it stands for does not exist. */
const EXECUTION_ID = '0190c0de-0000-7000-8000-00000000000e';

/**
 * What an action's `prepare` is given.
 *
 * @public
 */
export function mockPrepareOptions<TConfig extends JsonObject>(
  options: { config: TConfig } & Partial<PrepareOptions<TConfig>>,
): PrepareOptions<TConfig> {
  return {
    effectKey: `${EXECUTION_ID}.step`,
    executionId: EXECUTION_ID,
    incident: mockIncident(),
    entity: {
      ref: 'component:default/checkout',
      kind: 'Component',
      owner: 'group:default/payments',
    },
    ...options,
  };
}
