import { ActionError } from 'backstage-plugin-workflows-node';
import { oneLine } from '../http/oneLine';
import { RefusedError } from './RefusedError';

const MAX_REASON = 500;

/** What a refusal means; `undefined` of an error that may pass away, after which nobody knows. */
export function explainRefusal(
  error: Error,
  what: string,
): ActionError | undefined {
  if (!(error instanceof RefusedError) || error.refusedWith >= 500) {
    return undefined;
  }
  const { refusedWith } = error;
  const reason = oneLine(error.reason, MAX_REASON) || 'it does not say why';
  if (refusedWith === 429) {
    return new ActionError(`${what} was not started: too many requests.`, {
      code: 'rate_limited',
      retryable: true,
    });
  }
  return new ActionError(
    `${what} was not started (${refusedWith}): ${reason}. ${hintOf(
      refusedWith,
    )}`,
    { code: 'refused' },
  );
}

function hintOf(status: number): string {
  switch (status) {
    case 400:
    case 422:
      return 'Check what it is given.';
    case 401:
    case 403:
      return 'The workflows plugin may not run it; ask the portal’s administrators.';
    case 404:
      return 'Check its name, and that it and its plugin are installed.';
    default:
      return 'Ask the portal’s administrators.';
  }
}
