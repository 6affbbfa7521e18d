import type { Capabilities } from 'backstage-plugin-workflows-common';
import type { Router } from 'express';
import type { RouterDeps } from './deps';

/** What a page asks before it shows what not everybody may do. */
export function addCapabilitiesRoutes(
  router: Router,
  { callers }: RouterDeps,
): void {
  router.get('/capabilities', async (req, res) => {
    const { admin, ownershipRefs } = await callers.of(req);
    const answer: Capabilities = { admin, ownershipRefs: [...ownershipRefs] };
    res.json(answer);
  });
}
