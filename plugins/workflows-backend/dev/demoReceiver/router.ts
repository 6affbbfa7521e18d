import express from 'express';
import Router from 'express-promise-router';
import type { ReceivedRequests } from './ReceivedRequests';
import { receivedPage } from './page';

/** Takes any JSON that is posted to it and shows what arrived. */
export function createRouter(requests: ReceivedRequests): express.Router {
  const router = Router();
  router.use(express.json({ limit: '2mb', strict: false }));

  router.post('/hooks/:name', (req, res) => {
    requests.add({
      receivedAt: new Date(),
      path: req.originalUrl,
      idempotencyKey: req.header('idempotency-key'),
      body: req.body,
    });
    res.status(202).json({ received: true });
  });

  router.get('/requests', (_req, res) => {
    res.json({ items: requests.list() });
  });

  router.get('/', (_req, res) => {
    res.type('html').send(receivedPage(requests.list()));
  });

  return router;
}
