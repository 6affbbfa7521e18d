import {
  dryRunSchema,
  dryRunWorkflowSchema,
} from 'backstage-plugin-workflows-common';
import type { Router } from 'express';
import type { RouterDeps } from './deps';
import { parseInput } from './request/parseInput';

/** Sends and keeps nothing, so it is not audited. */
export function addDryRunRoutes(
  router: Router,
  { callers, dryRuns }: RouterDeps,
): void {
  router.post('/workflows/dry-run', async (req, res) => {
    const caller = await callers.of(req);
    const body = parseInput(dryRunSchema, req.body, 'body');
    res.json(await dryRuns.run(body, caller));
  });

  router.post('/workflows/:id/dry-run', async (req, res) => {
    const caller = await callers.of(req);
    const body = parseInput(dryRunWorkflowSchema, req.body ?? {}, 'body');
    res.json(await dryRuns.runWorkflow(req.params.id, body, caller));
  });
}
