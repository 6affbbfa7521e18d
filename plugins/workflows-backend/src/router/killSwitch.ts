import { putKillSwitchSchema } from 'backstage-plugin-workflows-common';
import type { Router } from 'express';
import type { RouterDeps } from './deps';
import { parseInput } from './request/parseInput';

export function addKillSwitchRoutes(
  router: Router,
  { callers, audit, killSwitch }: RouterDeps,
): void {
  router.get('/kill-switch', async (req, res) => {
    res.json(await killSwitch.get(await callers.of(req)));
  });

  router.put('/kill-switch', async (request, res) => {
    const caller = await callers.of(request);
    const body = parseInput(putKillSwitchSchema, request.body, 'body');
    const state = await audit(
      { request, eventId: 'kill-switch-put', meta: { ...body } },
      () => killSwitch.put(body, caller),
    );
    res.json(state);
  });
}
