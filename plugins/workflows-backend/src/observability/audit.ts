import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/**
 * Runs a change and records it: who, what, and whether it succeeded. A refusal
 * is recorded as well.
 */
export type Audit = <T>(
  event: {
    request: Request;
    /** Kebab-case, for example `workflow-publish`. */
    eventId: string;
    meta?: JsonObject;
  },
  change: () => Promise<T>,
) => Promise<T>;

export function createAudit(auditor: AuditorService): Audit {
  return async ({ request, eventId, meta }, change) => {
    const event = await auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      request,
      meta,
    });
    try {
      const result = await change();
      await event.success();
      return result;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  };
}
