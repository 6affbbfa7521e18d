import type { Router } from 'express';
import type { RouterDeps } from './deps';

/** What the canvas offers; but for the fields' values the same for everyone who is signed in. */
export function addPaletteRoutes(
  router: Router,
  { callers, fields, listActions, listSources }: RouterDeps,
): void {
  router.get('/actions', async (req, res) => {
    await callers.of(req);
    res.json({ items: listActions() });
  });

  router.get('/fields', async (req, res) => {
    const caller = await callers.of(req);
    res.json({ items: await fields.list(caller) });
  });

  router.get('/sources', async (req, res) => {
    await callers.of(req);
    res.json({ items: listSources() });
  });
}
