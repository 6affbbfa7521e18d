import type { ActionPorts } from '../builtInActions';
import { FakeScaffolder } from '../runbook/__testUtils__/FakeScaffolder';

/** A portal whose services do what they are asked, and may run anything of the examples. */
export function fakePorts() {
  const scaffolder = new FakeScaffolder(() => 0, 'completed');
  return {
    notification: {
      notifications: { send: jest.fn(async () => {}) },
      findUser: jest.fn(async () => undefined),
    },
    runbook: {
      allowed: {
        templates: ['template:default/restart'],
        actions: ['catalog:refresh'],
      },
      scaffolder,
      actions: {
        list: jest.fn(async () => []),
        invoke: jest.fn(async () => ({})),
      },
    },
    incident: {
      edit: jest.fn(async () => ({})),
      declare: jest.fn(async () => ({ deliveryId: 'd' })),
      findDeclared: jest.fn(async () => ({
        state: 'processed' as const,
        incidentId: 'i',
      })),
    },
  } satisfies ActionPorts;
}
