import {
  listExecutionsQuerySchema,
  retryExecutionSchema,
} from 'backstage-plugin-workflows-common';
import type { Router } from 'express';
import type { RouterDeps } from './deps';
import { parseInput } from './request/parseInput';

export function addExecutionRoutes(
  router: Router,
  { callers, audit, executions }: RouterDeps,
): void {
  router.get('/executions', async (req, res) => {
    const caller = await callers.of(req);
    const query = parseInput(listExecutionsQuerySchema, req.query, 'query');
    res.json(await executions.list(query, caller));
  });

  router.get('/executions/:id', async (req, res) => {
    const caller = await callers.of(req);
    res.json(await executions.get(req.params.id, caller));
  });

  router.post('/executions/:id/cancel', async (request, res) => {
    const { id } = request.params;
    const caller = await callers.of(request);
    const execution = await audit(
      { request, eventId: 'execution-cancel', meta: { id } },
      () => executions.cancel(id, caller),
    );
    res.json(execution);
  });

  router.post('/executions/:id/retry', async (request, res) => {
    const { id } = request.params;
    const caller = await callers.of(request);
    const body = parseInput(retryExecutionSchema, request.body, 'body');
    const execution = await audit(
      { request, eventId: 'execution-retry', meta: { id, ...body } },
      () => executions.retry(id, body, caller),
    );
    res.status(201).json(execution);
  });
}
