import {
  listDeliveriesQuerySchema,
  replayDeliveriesSchema,
} from 'backstage-plugin-workflows-common';
import type { Router } from 'express';
import type { RouterDeps } from './deps';
import { parseInput } from './request/parseInput';

export function addDeliveryRoutes(
  router: Router,
  { callers, audit, deliveries }: RouterDeps,
): void {
  router.get('/deliveries', async (req, res) => {
    const caller = await callers.of(req);
    const query = parseInput(listDeliveriesQuerySchema, req.query, 'query');
    res.json(await deliveries.list(query, caller));
  });

  router.get('/deliveries/counts', async (req, res) => {
    const caller = await callers.of(req);
    res.json(await deliveries.counts(caller));
  });

  router.post('/deliveries/replay', async (request, res) => {
    const caller = await callers.of(request);
    const body = parseInput(replayDeliveriesSchema, request.body, 'body');
    const replayed = await audit(
      { request, eventId: 'deliveries-replay', meta: { ...body } },
      () => deliveries.replayFailed(body, caller),
    );
    res.json(replayed);
  });

  router.get('/deliveries/:id', async (req, res) => {
    const caller = await callers.of(req);
    res.json(await deliveries.get(req.params.id, caller));
  });

  router.post('/deliveries/:id/replay', async (request, res) => {
    const { id } = request.params;
    const caller = await callers.of(request);
    const delivery = await audit(
      { request, eventId: 'delivery-replay', meta: { id } },
      () => deliveries.replay(id, caller),
    );
    res.json(delivery);
  });
}
