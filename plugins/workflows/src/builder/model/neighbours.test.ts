import { webhookTemplate } from '../testing/arbitraries';
import { emptyDefinition } from './document';
import { neighbourOf } from './neighbours';
import { conditionTemplate } from './nodeTemplate';
import { addStep } from './operations/addStep';

const fork = () => {
  let { definition } = addStep(emptyDefinition(), conditionTemplate(), {
    kind: 'after',
    nodeId: 'trigger',
  });
  for (const wayOut of ['true', 'false'] as const) {
    definition = addStep(definition, webhookTemplate, {
      kind: 'after',
      nodeId: 'condition_1',
      wayOut,
    }).definition;
  }
  return definition;
};

describe('the arrow keys', () => {
  it.each([
    ['trigger', 'down', 'condition_1'],
    ['condition_1', 'down', 'webhook_1'],
    ['webhook_1', 'right', 'webhook_2'],
    ['webhook_2', 'left', 'webhook_1'],
    ['webhook_2', 'up', 'condition_1'],
    ['trigger', 'up', undefined],
    ['webhook_2', 'right', undefined],
    ['gone', 'down', undefined],
  ] as const)('go from %s %s to %s', (id, direction, next) => {
    expect(neighbourOf(fork(), id, direction)).toBe(next);
  });
});
