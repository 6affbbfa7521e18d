import type { JsonObject } from '@backstage/types';
import { incidentConfigSchema } from 'backstage-plugin-workflows-common';
import {
  type ActionContext,
  ActionError,
  type ActionResult,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { callPort } from '../callPort';
import type { IncidentPorts } from './IncidentPorts';
import { type IncidentRequest, prepareIncident } from './prepareIncident';

const outputSchema = z.object({
  incidentId: z.string().meta({
    description: 'The incident that was changed or declared.',
    examples: ['0190c0de-0000-7000-8000-000000000001'],
  }),
});

type Output = z.infer<typeof outputSchema>;
type Context = Pick<
  ActionContext<JsonObject>,
  'effectKey' | 'logger' | 'request' | 'signal'
>;
/** A declared incident that is not processed yet. */
type Token = { deliveryId: string; until: number };

const LOOK_AGAIN_MS = 500;
/** The intake itself gives up after five minutes. */
const MOST_MS = 10 * 60_000;

/**
 * Changes our incident, or declares another one. Both go the way of every event,
 * and are known by the key: what is done twice happens once.
 */
export function createIncidentAction(
  ports: IncidentPorts,
  { now = Date.now }: { now?: () => number } = {},
) {
  return createWorkflowAction({
    id: 'incident',
    title: 'Incident',
    description:
      'Changes fields of the incident in this portal, or declares another one.',
    schema: { config: incidentConfigSchema, output: outputSchema },
    effect: 'keyed',
    prepare: prepareIncident,
    sampleOutput: () => ({
      incidentId: '00000000-0000-7000-8000-000000000000',
    }),
    run: context =>
      (context.request as IncidentRequest).operation === 'update'
        ? update(context)
        : declare(context),
    check: (context, token) => look(context, token as Token),
  });

  async function update(context: Context): Promise<ActionResult<Output>> {
    const request = context.request as IncidentRequest & {
      operation: 'update';
    };
    const { incidentId, patch, entityRef, causedBy } = request;
    const { effectKey: editKey } = context;
    await callPort({
      call: () =>
        ports.edit({ incidentId, editKey, patch, entityRef, causedBy }),
      context,
      service: 'The incident’s history',
      writes: true,
      explain: gone,
    });
    return { status: 'done', output: { incidentId } };
  }

  async function declare(context: Context): Promise<ActionResult<Output>> {
    const { incidentKey, patch, entityRef, causedBy } =
      context.request as IncidentRequest & { operation: 'declare' };
    const { deliveryId } = await callPort({
      call: () =>
        ports.declare({
          deliveryKey: context.effectKey,
          event: { incidentKey, patch, ...(entityRef && { entityRef }) },
          causedBy,
        }),
      context,
      service: 'The intake of incidents',
      writes: true,
    });
    return look(context, { deliveryId, until: now() + MOST_MS });
  }

  async function look(
    context: Context,
    token: Token,
  ): Promise<ActionResult<Output>> {
    const { incidentKey } = context.request as IncidentRequest & {
      operation: 'declare';
    };
    const { deliveryId, until } = token;
    const found = await callPort({
      call: () => ports.findDeclared({ deliveryId, incidentKey }),
      context,
      service: 'The intake of incidents',
      // It was kept before, and looking changes nothing.
      writes: false,
    });
    if (found.state === 'processed') {
      return { status: 'done', output: { incidentId: found.incidentId } };
    }
    if (found.state === 'failed' || now() > until) {
      throw new ActionError(
        `The incident was not declared: ${
          found.state === 'failed'
            ? found.error
            : 'what was told of it still waits to be processed'
        }. An administrator can process delivery ${deliveryId} again.`,
        { code: 'not_declared' },
      );
    }
    return { status: 'waiting', checkAfterMs: LOOK_AGAIN_MS, token };
  }
}

function gone({ name }: Error): ActionError | undefined {
  return name === 'NotFoundError'
    ? new ActionError('Nothing was changed: the incident is gone.', {
        code: 'incident_gone',
      })
    : undefined;
}
