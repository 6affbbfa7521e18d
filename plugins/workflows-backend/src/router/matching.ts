import {
  explainQuerySchema,
  runWorkflowSchema,
} from 'backstage-plugin-workflows-common';
import type { Router } from 'express';
import type { RouterDeps } from './deps';
import { parseIdempotencyKey } from './request/parseIdempotencyKey';
import { parseInput } from './request/parseInput';

export function addMatchingRoutes(
  router: Router,
  { callers, audit, matching }: RouterDeps,
): void {
  router.post('/workflows/:id/executions', async (request, res) => {
    const { id } = request.params;
    const caller = await callers.of(request);
    const idempotencyKey = parseIdempotencyKey(request);
    const body = parseInput(runWorkflowSchema, request.body, 'body');
    const execution = await audit(
      { request, eventId: 'workflow-run', meta: { id, ...body } },
      () => matching.run(id, body, idempotencyKey, caller),
    );
    res.status(201).json(execution);
  });

  router.get('/incidents/:id/explain', async (req, res) => {
    const caller = await callers.of(req);
    const { workflowId } = parseInput(explainQuerySchema, req.query, 'query');
    res.json(await matching.explain(req.params.id, workflowId, caller));
  });
}
