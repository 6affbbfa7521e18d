import type {
  ExecutionStatus,
  RetryExecutionRequest,
} from 'backstage-plugin-workflows-common';

export type RetryFrom = RetryExecutionRequest['from'];

/** Which steps keep their effect keys. */
export type RetryKeys = 'unsettled' | 'all' | 'none';

export interface RetryChoices {
  from: RetryFrom;
  version: NonNullable<RetryExecutionRequest['useVersion']>;
  keys: RetryKeys;
}

/** Where a run that ended so can be retried from; the first is proposed. */
export function retryFromOptions(status: ExecutionStatus): RetryFrom[] {
  return status === 'FAILED' || status === 'CANCELLED'
    ? ['failed', 'start']
    : ['start'];
}

/** From the failed step on there is nothing settled that could keep its key. */
export function retryKeysOptions(from: RetryFrom): RetryKeys[] {
  return from === 'failed'
    ? ['unsettled', 'none']
    : ['unsettled', 'none', 'all'];
}

/** What the API is asked for; choices that do not apply are left out. */
export function toRetryRequest(choices: RetryChoices): RetryExecutionRequest {
  const { from, version, keys } = choices;
  const sameEffects = { unsettled: undefined, all: true, none: false }[keys];
  return {
    from,
    ...(from === 'start' && { useVersion: version }),
    ...(sameEffects !== undefined && { sameEffects }),
  };
}
