import { toError } from '@backstage/errors';
import {
  type ActionContext,
  ActionError,
} from 'backstage-plugin-workflows-node';
import { untilAborted } from '../egress/untilAborted';

/**
 * What a service of the portal itself gives, for an action. Such services hear
 * no signal, so the call is left behind when it aborts; whatever they throw is
 * told in our words, since an error with a status would become our answer's.
 *
 * @throws ActionError
 */
export async function callPort<T>(options: {
  call: () => Promise<T>;
  context: Pick<ActionContext, 'logger' | 'signal'>;
  /** What was called, as in "The scaffolder". */
  service: string;
  /** Whether it may have changed something when it fails. */
  writes: boolean;
  /** What an error means; it passes away unless this says otherwise. */
  explain?: (error: Error) => ActionError | undefined;
}): Promise<T> {
  const { call, context, service, writes, explain } = options;
  const { logger, signal } = context;
  if (signal.aborted) {
    throw new ActionError(`${service} was not asked: it was too late.`, {
      code: 'timeout',
      retryable: true,
    });
  }
  try {
    return await untilAborted(call(), signal);
  } catch (error) {
    if (signal.aborted) {
      throw new ActionError(
        `${service} did not answer in time${
          writes ? '; it may have done what it was asked' : ''
        }.`,
        { code: 'timeout', retryable: true, ambiguous: writes },
      );
    }
    const explained = explain?.(toError(error));
    if (explained) {
      throw explained;
    }
    // Its message may hold a statement, or where services are.
    logger.error(`${service} failed`, toError(error));
    throw new ActionError(
      `${service} failed; the portal's log has the details.`,
      { code: 'service_failed', retryable: true, ambiguous: writes },
    );
  }
}
