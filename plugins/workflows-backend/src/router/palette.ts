import type { Router } from 'express';
import type { RouterDeps } from './deps';

/** What the canvas offers; the same for everyone who is signed in. */
export function addPaletteRoutes(
  router: Router,
  { callers, listActions, listSources }: RouterDeps,
): void {
  router.get('/actions', async (req, res) => {
    await callers.of(req);
    res.json({ items: listActions() });
  });

  router.get('/sources', async (req, res) => {
    await callers.of(req);
    res.json({ items: listSources() });
  });
}
