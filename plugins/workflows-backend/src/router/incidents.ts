import {
  createIncidentSchema,
  incidentTimelineQuerySchema,
  listIncidentsQuerySchema,
  updateIncidentSchema,
} from 'backstage-plugin-workflows-common';
import type { Router } from 'express';
import { keptHeaders, toSourceHeaders } from '../intake/keptHeaders';
import type { RouterDeps } from './deps';
import { parseIdempotencyKey } from './request/parseIdempotencyKey';
import { parseInput } from './request/parseInput';

export function addIncidentRoutes(
  router: Router,
  { callers, audit, incidents }: RouterDeps,
): void {
  router.get('/incidents', async (req, res) => {
    const caller = await callers.of(req);
    const query = parseInput(listIncidentsQuerySchema, req.query, 'query');
    res.json(await incidents.list(query, caller));
  });

  router.post('/incidents', async (request, res) => {
    const caller = await callers.of(request);
    const idempotencyKey = parseIdempotencyKey(request);
    const body = parseInput(createIncidentSchema, request.body, 'body');
    const headers = keptHeaders(toSourceHeaders(request.headers));
    const { incidentKey } = body;
    const created = await audit(
      { request, eventId: 'incident-create', meta: { incidentKey } },
      () =>
        incidents.create({ request: body, idempotencyKey, headers }, caller),
    );
    res.status(202).json(created);
  });

  router.get('/incidents/:id', async (req, res) => {
    const caller = await callers.of(req);
    res.json(await incidents.get(req.params.id, caller));
  });

  router.patch('/incidents/:id', async (request, res) => {
    const { id } = request.params;
    const caller = await callers.of(request);
    const idempotencyKey = parseIdempotencyKey(request);
    const body = parseInput(updateIncidentSchema, request.body, 'body');
    const incident = await audit(
      {
        request,
        eventId: 'incident-update',
        meta: { id, fields: Object.keys(body) },
      },
      () => incidents.update(id, body, idempotencyKey, caller),
    );
    res.json(incident);
  });

  router.get('/incidents/:id/timeline', async (req, res) => {
    const caller = await callers.of(req);
    const query = parseInput(incidentTimelineQuerySchema, req.query, 'query');
    res.json(await incidents.timeline(req.params.id, query, caller));
  });
}
