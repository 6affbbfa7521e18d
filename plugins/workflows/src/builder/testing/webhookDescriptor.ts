import type { JsonObject } from '@backstage/types';
import {
  type ActionDescriptor,
  webhookConfigSchema,
} from 'backstage-plugin-workflows-common';
import { z } from 'zod';

/** The webhook as the backend describes it. */
export const webhookDescriptor: ActionDescriptor = {
  id: 'webhook',
  title: 'Webhook',
  description: 'Sends an HTTP request',
  effect: 'keyed',
  configSchema: z.toJSONSchema(webhookConfigSchema, {
    target: 'draft-7',
    io: 'input',
  }) as JsonObject,
  outputSchema: {},
};
