import {
  putSecretSchema,
  secretNameParamSchema,
} from 'backstage-plugin-workflows-common';
import type { Router } from 'express';
import type { RouterDeps } from './deps';
import { parseInput } from './request/parseInput';

export function addSecretRoutes(
  router: Router,
  { callers, audit, secrets }: RouterDeps,
): void {
  router.get('/workflows/:id/secrets', async (req, res) => {
    const caller = await callers.of(req);
    res.json({ items: await secrets.list(req.params.id, caller) });
  });

  router.put('/workflows/:id/secrets/:name', async (request, res) => {
    const { id } = request.params;
    const caller = await callers.of(request);
    const name = parseInput(secretNameParamSchema, request.params.name, 'name');
    const body = parseInput(putSecretSchema, request.body, 'body');
    const { allowedHosts } = body;
    const secret = await audit(
      {
        request,
        eventId: 'workflow-secret-put',
        meta: { id, name, allowedHosts },
      },
      () => secrets.put(id, name, body, caller),
    );
    res.json(secret);
  });

  router.delete('/workflows/:id/secrets/:name', async (request, res) => {
    const { id, name } = request.params;
    const caller = await callers.of(request);
    await audit(
      { request, eventId: 'workflow-secret-delete', meta: { id, name } },
      () => secrets.delete(id, name, caller),
    );
    res.status(204).end();
  });
}
