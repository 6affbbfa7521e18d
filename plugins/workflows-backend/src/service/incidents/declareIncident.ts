import { InputError } from '@backstage/errors';
import type {
  CreateIncidentRequest,
  CreatedIncident,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromJson } from '../../database/conversion';
import { newId } from '../../database/newId';
import { findProcessedIncident } from '../../database/operations/deliveries/findProcessedIncident';
import { getDelivery } from '../../database/operations/deliveries/getDelivery';
import type { NewDelivery } from '../../database/operations/deliveries/insertDeliveries';
import type { KeptDelivery } from '../../intake/Inbox';
import {
  ACTOR_HEADER,
  type DoorBody,
  PORTAL_SOURCE_ID,
  serviceSourceId,
} from '../../intake/doors/doors';
import type { Caller } from '../../permissions/Caller';

/** How long a person waits for the incident, which is seldom as long. */
const WAIT_MS = 3_000;
const LOOK_MS = 50;

/**
 * Keeps what a caller tells of an incident, as a hook does with a delivery. A
 * person gets the incident with the answer when it is processed in time; a
 * service does not wait, it named the incident or knows its key from the answer.
 *
 * @throws InputError when it is not enough for an incident, or a person names one
 */
export async function declareIncident(options: {
  knex: Knex;
  keep: (delivery: NewDelivery) => Promise<KeptDelivery>;
  request: CreateIncidentRequest;
  /** Of the caller; of two requests with the same key the second does nothing. */
  idempotencyKey?: string;
  /** Of the request, those that are kept. */
  headers: Record<string, string>;
  caller: Caller;
}): Promise<CreatedIncident> {
  const { knex, keep, request, caller, headers } = options;
  const isPerson = caller.isUser;
  const sourceId = isPerson
    ? PORTAL_SOURCE_ID
    : serviceSourceId(caller.actorRef);
  const event = request.incidentKey ? request : asNew(request);
  if (isPerson && request.incidentKey) {
    throw new InputError(
      'body.incidentKey: only services name their incidents; change one by PATCH /incidents/{id}',
    );
  }
  const body: DoorBody = {
    ...event,
    incidentKey: event.incidentKey ?? newId(),
  };
  const { id, duplicate } = await keep({
    sourceId,
    deliveryKey: `${caller.actorRef} ${options.idempotencyKey ?? newId()}`,
    body: JSON.stringify(body),
    headers: { ...headers, [ACTOR_HEADER]: caller.actorRef },
  });
  // Of a copy, what counts is what was kept first.
  const kept = duplicate
    ? fromJson<DoorBody>((await getDelivery({ knex, id })).body)
    : body;
  const { incidentKey } = kept;
  const incidentId = await findIncident(isPerson ? WAIT_MS : 0);
  return {
    status: duplicate ? 'duplicate' : 'accepted',
    deliveryId: id,
    sourceId,
    incidentKey,
    ...(incidentId && { incidentId }),
  };

  async function findIncident(waitMs: number): Promise<string | undefined> {
    for (let waited = 0; ; waited += LOOK_MS) {
      const found = await findProcessedIncident({
        knex,
        deliveryId: id,
        sourceId,
        incidentKey,
      });
      if (found || waited >= waitMs) {
        return found;
      }
      await sleep(LOOK_MS);
    }
  }
}

/** An incident that nobody knows yet: open, with something to call it by. */
function asNew(request: CreateIncidentRequest): CreateIncidentRequest {
  if (!request.patch.title?.trim()) {
    throw new InputError(
      'body.patch.title: must not be empty for a new incident; name a known one by its incidentKey',
    );
  }
  return { ...request, patch: { status: 'triggered', ...request.patch } };
}
