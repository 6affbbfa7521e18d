import {
  type ActionDescriptor,
  type Workflow,
  webhookConfigSchema,
} from 'backstage-plugin-workflows-common';
import { z } from 'zod';
import { largeDefinition } from './definition';

const webhook: ActionDescriptor = {
  id: 'webhook',
  title: 'Webhook',
  description: 'Sends an HTTP request',
  effect: 'keyed',
  configSchema: z.toJSONSchema(webhookConfigSchema, {
    target: 'draft-7',
    io: 'input',
  }) as ActionDescriptor['configSchema'],
  outputSchema: {},
};

const workflow = (count: number): Workflow => ({
  id: String(count),
  name: `${count} nodes`,
  description: '',
  enabled: false,
  latestVersion: 1,
  triggerType: 'incident_created',
  createdAt: '2026-11-22T10:00:00.000Z',
  createdBy: 'user:default/ada',
  updatedAt: '2026-11-22T10:00:00.000Z',
  updatedBy: 'user:default/ada',
  editable: true,
  definition: largeDefinition(count),
  problems: [],
});

/** Answers what the builder asks for. */
export function fakeBackend() {
  window.fetch = async input => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const one = /\/workflows\/workflows\/(\d+)$/.exec(url.pathname);
    if (one) {
      return Response.json(workflow(Number(one[1])));
    }
    if (url.pathname.endsWith('/actions')) {
      return Response.json({ items: [webhook] });
    }
    if (url.pathname.endsWith('/kill-switch')) {
      return Response.json({ on: false, configured: false });
    }
    return Response.json({ items: [] });
  };
}
