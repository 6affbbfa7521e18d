import { listIncidentsQuerySchema } from 'backstage-plugin-workflows-common';
import type { Router } from 'express';
import type { RouterDeps } from './deps';
import { parseInput } from './request/parseInput';

export function addIncidentRoutes(
  router: Router,
  { callers, incidents }: RouterDeps,
): void {
  router.get('/incidents', async (req, res) => {
    const caller = await callers.of(req);
    const query = parseInput(listIncidentsQuerySchema, req.query, 'query');
    res.json(await incidents.list(query, caller));
  });

  router.get('/incidents/:id', async (req, res) => {
    const caller = await callers.of(req);
    res.json(await incidents.get(req.params.id, caller));
  });
}
