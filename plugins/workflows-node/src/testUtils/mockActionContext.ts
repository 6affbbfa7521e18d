import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { ProbeContext } from '../createWorkflowAction';
import type { EgressRequest, EgressResponse } from '../egress';

/**
 * What a receiver answers to a request; the number of requests before it is
 * given, too. Status 200, no headers and no body unless said. It may throw an
 * `ActionError`, as the way out does when there is no answer.
 *
 * @public
 */
export type ExampleAnswer = (
  request: EgressRequest,
  before: number,
) => Partial<EgressResponse> | Promise<Partial<EgressResponse>>;

/**
 * What an action's `run`, `check` and `probe` are given, with a way out that
 * keeps what is sent and answers as it is told.
 *
 * @public
 */
export function mockActionContext<TRequest extends JsonObject>(
  options: {
    request: TRequest;
    answer?: ExampleAnswer;
  } & Partial<Omit<ProbeContext<TRequest>, 'request' | 'egress'>>,
): ProbeContext<TRequest> & { sent: EgressRequest[] } {
  const { answer = () => ({}), ...rest } = options;
  const sent: EgressRequest[] = [];
  return {
    effectKey: '0190c0de-0000-7000-8000-00000000000e.step',
    attempt: 1,
    sinceSentMs: 0,
    signal: new AbortController().signal,
    logger: silentLogger,
    sent,
    egress: {
      async fetch(request, { signal }) {
        signal.throwIfAborted();
        sent.push(structuredClone(request));
        return {
          status: 200,
          headers: {},
          body: '',
          truncated: false,
          ...(await answer(request, sent.length - 1)),
        };
      },
    },
    ...rest,
  };
}

const silentLogger: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silentLogger,
};
