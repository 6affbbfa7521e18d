import {
  createWorkflowSchema,
  disableWorkflowSchema,
  listWorkflowsQuerySchema,
  publishWorkflowSchema,
  updateWorkflowSchema,
  validateWorkflowSchema,
} from 'backstage-plugin-workflows-common';
import type { Router } from 'express';
import type { RouterDeps } from './deps';
import { parseIfMatch } from './request/parseIfMatch';
import { parseInput } from './request/parseInput';

export function addWorkflowRoutes(
  router: Router,
  { callers, audit, workflows }: RouterDeps,
): void {
  router.get('/workflows', async (req, res) => {
    const caller = await callers.of(req);
    const query = parseInput(listWorkflowsQuerySchema, req.query, 'query');
    res.json(await workflows.list(query, caller));
  });

  router.post('/workflows', async (request, res) => {
    const caller = await callers.of(request);
    const body = parseInput(createWorkflowSchema, request.body, 'body');
    const { name, ownerRef } = body;
    const workflow = await audit(
      { request, eventId: 'workflow-create', meta: { name, ownerRef } },
      () => workflows.create(body, caller),
    );
    res.status(201).json(workflow);
  });

  router.post('/workflows/validate', async (req, res) => {
    const caller = await callers.of(req);
    const body = parseInput(validateWorkflowSchema, req.body, 'body');
    const { definition, workflowId } = body;
    res.json({
      problems: await workflows.validate(definition, workflowId, caller),
    });
  });

  router.get('/workflows/:id', async (req, res) => {
    const caller = await callers.of(req);
    res.json(await workflows.get(req.params.id, caller));
  });

  router.put('/workflows/:id', async (request, res) => {
    const { id } = request.params;
    const caller = await callers.of(request);
    const version = parseIfMatch(request);
    const body = parseInput(updateWorkflowSchema, request.body, 'body');
    const workflow = await audit(
      { request, eventId: 'workflow-update', meta: { id, version } },
      () => workflows.update(id, version, body, caller),
    );
    res.json(workflow);
  });

  router.delete('/workflows/:id', async (request, res) => {
    const { id } = request.params;
    const caller = await callers.of(request);
    await audit({ request, eventId: 'workflow-delete', meta: { id } }, () =>
      workflows.delete(id, caller),
    );
    res.status(204).end();
  });

  router.post('/workflows/:id/publish', async (request, res) => {
    const { id } = request.params;
    const caller = await callers.of(request);
    const { version } = parseInput(
      publishWorkflowSchema,
      request.body ?? {},
      'body',
    );
    const workflow = await audit(
      { request, eventId: 'workflow-publish', meta: { id, version } },
      () => workflows.publish(id, version, caller),
    );
    res.json(workflow);
  });

  router.post('/workflows/:id/enable', async (request, res) => {
    const { id } = request.params;
    const caller = await callers.of(request);
    const workflow = await audit(
      { request, eventId: 'workflow-enable', meta: { id } },
      () => workflows.enable(id, caller),
    );
    res.json(workflow);
  });

  router.post('/workflows/:id/disable', async (request, res) => {
    const { id } = request.params;
    const caller = await callers.of(request);
    const body = parseInput(disableWorkflowSchema, request.body ?? {}, 'body');
    const workflow = await audit(
      { request, eventId: 'workflow-disable', meta: { id, ...body } },
      () => workflows.disable(id, body, caller),
    );
    res.json(workflow);
  });

  router.get('/workflows/:id/versions', async (req, res) => {
    const caller = await callers.of(req);
    res.json({ items: await workflows.listVersions(req.params.id, caller) });
  });

  router.get('/workflows/:id/versions/:version', async (req, res) => {
    const caller = await callers.of(req);
    const { id, version } = req.params;
    res.json(await workflows.getVersion(id, Number(version), caller));
  });
}
