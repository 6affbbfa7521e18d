import { createBackendModule } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  createIncidentSource,
  readHmac,
  workflowsSourcesExtensionPoint,
} from 'backstage-plugin-workflows-node';
import { createHash } from 'node:crypto';
import { z } from 'zod';

const alarmSchema = z.object({
  alarm: z.object({
    id: z.string().min(1),
    text: z.string().min(1).optional(),
    over: z.boolean(),
    at: z.iso.datetime({ offset: true }),
    machine: z.string().min(1).optional(),
  }),
});

export const acmeSource = createIncidentSource({
  type: 'acme',
  create(config) {
    return {
      verify: readHmac(config, {
        header: 'x-acme-signature',
        encoding: 'hex',
      }),
      deliveryKey: ({ headers, rawBody }) =>
        headers['x-acme-delivery'] ??
        createHash('sha256').update(rawBody).digest('hex'),
      normalise({ body, headers }) {
        if (headers['x-acme-event'] === 'ping') {
          return { ignored: 'A ping' };
        }
        const { data, error } = alarmSchema.safeParse(body);
        if (error) {
          const [{ path, message }] = error.issues;
          throw new InputError(`${path.join('.') || 'the body'}: ${message}`);
        }
        const { id, text, over, at, machine } = data.alarm;
        return {
          events: [
            {
              incidentKey: id,
              occurredAt: at,
              ...(machine && {
                entityAnnotations: { 'acme.example/machine': machine },
              }),
              patch: {
                status: over ? 'resolved' : 'triggered',
                title: text,
                service: machine,
              },
            },
          ],
        };
      },
    };
  },
});

export default createBackendModule({
  pluginId: 'workflows',
  moduleId: 'acme-source',
  register(env) {
    env.registerInit({
      deps: { sources: workflowsSourcesExtensionPoint },
      async init({ sources }) {
        sources.addSourceType(acmeSource);
      },
    });
  },
});
