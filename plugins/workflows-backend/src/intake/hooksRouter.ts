import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  MethodNotAllowedError,
  PayloadTooLargeError,
  SenderGoneError,
} from './hookErrors';
import type { Inbox } from './Inbox';
import type { ConfiguredSource } from './readSources';
import { receiveDelivery } from './receiveDelivery';

/** When a sender may try again, in seconds. */
const RETRY_AFTER = '2';

/**
 * `POST /hooks/:sourceId`, where senders of incidents post to. Mount it before
 * anything that reads bodies.
 *
 * - 202 `{ status: 'accepted', id }`: it is kept, and will be processed.
 * - 200 `{ status: 'duplicate', id }`: a copy of it had been kept before.
 * - 404 unknown source, 405 any other method, 401 wrong credentials, 413 too large, 415 neither JSON by
 *   its content type nor uncompressed, 400 not JSON or nested too deeply.
 * - 503 with Retry-After, within 3 s: overloaded, or the database is away.
 *
 * Never 429 and never a redirect, also not for a trailing slash: Alertmanager
 * gives a delivery up on the one, and loses its body on the other.
 */
export function createHooksRouter(options: {
  sources: ReadonlyMap<string, ConfiguredSource>;
  inbox: Inbox;
  /** Called when a new delivery is kept. */
  onKept: () => void;
  logger: LoggerService;
}): Router {
  const { sources, inbox, onKept, logger } = options;
  const router = PromiseRouter();
  const find = (sourceId: string) => {
    const configured = sources.get(sourceId);
    if (!configured) {
      throw new NotFoundError('No source of this name');
    }
    return configured;
  };
  router.post('/hooks/:sourceId', async (request, response) => {
    const configured = find(request.params.sourceId);
    try {
      const { id, duplicate } = await receiveDelivery({
        request,
        configured,
        inbox,
      });
      if (!duplicate) {
        onKept();
      }
      response
        .status(duplicate ? 200 : 202)
        .json({ status: duplicate ? 'duplicate' : 'accepted', id });
    } catch (error) {
      if (error instanceof SenderGoneError) {
        logger.debug(`A delivery to ${configured.id} broke off`);
      }
      if (error instanceof PayloadTooLargeError) {
        // What is still to come is not waited for.
        response.set('Connection', 'close');
      }
      if ((error as Error).name === 'ServiceUnavailableError') {
        response.set('Retry-After', RETRY_AFTER);
      }
      throw error;
    }
  });
  router.all('/hooks/:sourceId', async (request, response) => {
    find(request.params.sourceId);
    response.set('Allow', 'POST');
    throw new MethodNotAllowedError(`A hook takes POST, not ${request.method}`);
  });
  return router;
}
