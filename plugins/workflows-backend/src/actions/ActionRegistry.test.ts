import { createWorkflowAction } from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { ActionRegistry } from './ActionRegistry';
import { webhookAction } from './webhook/webhookAction';

const action = (id: string, config: z.ZodType<any>) =>
  createWorkflowAction({
    id,
    title: id,
    description: id,
    schema: { config, output: z.object({}) },
    effect: 'keyed',
    prepare: () => ({}),
    run: async () => ({ status: 'done', output: {} }),
  });

describe('ActionRegistry', () => {
  it('describes every built-in action in draft-07', () => {
    const registry = ActionRegistry.create({ actions: [webhookAction] });
    const [descriptor] = registry.list();
    expect(descriptor).toMatchObject({
      id: 'webhook',
      effect: 'keyed',
      configSchema: {
        $schema: 'http://json-schema.org/draft-07/schema#',
        type: 'object',
        required: ['method', 'url'],
        additionalProperties: false,
      },
      outputSchema: { type: 'object', required: ['status'] },
    });
    expect(registry.get('webhook')).toBe(webhookAction);
    expect(registry.get('toString')).toBeUndefined();
  });

  it('refuses a schema that no form can be made of, by the action’s name', () => {
    expect(() =>
      ActionRegistry.create({
        actions: [action('acme:when', z.object({ at: z.date() }))],
      }),
    ).toThrow('The action "acme:when"');
  });

  it('refuses an id that is taken', () => {
    expect(() =>
      ActionRegistry.create({
        actions: [
          action('acme:x', z.object({})),
          action('acme:x', z.object({})),
        ],
      }),
    ).toThrow('"acme:x" is installed twice');
  });
});
