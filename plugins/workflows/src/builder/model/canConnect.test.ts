import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { webhookTemplate } from '../testing/arbitraries';
import { type Connection, canConnect, refusalOf } from './canConnect';
import { emptyDefinition } from './document';
import { conditionTemplate } from './nodeTemplate';
import { addNode } from './operations/addNode';
import { addStep } from './operations/addStep';

const chain = (): WorkflowDefinition => {
  const { definition } = addStep(emptyDefinition(), conditionTemplate(), {
    kind: 'after',
    nodeId: 'trigger',
  });
  const next = addStep(definition, webhookTemplate, {
    kind: 'after',
    nodeId: 'condition_1',
  });
  return addNode(next.definition, { template: webhookTemplate }).definition;
};

describe('canConnect', () => {
  it.each<[string, Connection, string | undefined]>([
    ['a free way out', { source: 'webhook_1', target: 'webhook_2' }, undefined],
    [
      'the other way out of a condition',
      { source: 'condition_1', sourceHandle: 'false', target: 'webhook_1' },
      undefined,
    ],
    ['itself', { source: 'webhook_1', target: 'webhook_1' }, 'self'],
    ['the trigger', { source: 'webhook_1', target: 'trigger' }, 'intoTrigger'],
    ['a second edge', { source: 'trigger', target: 'webhook_2' }, 'taken'],
    ['a circle', { source: 'webhook_1', target: 'condition_1' }, 'cycle'],
    ['nowhere', { source: 'webhook_1', target: 'gone' }, 'unknown'],
    [
      'a condition without a way',
      { source: 'condition_1', target: 'webhook_2' },
      'wayOut',
    ],
    [
      'a branch of what has none',
      { source: 'webhook_1', sourceHandle: 'true', target: 'webhook_2' },
      'wayOut',
    ],
  ])('%s', (_, connection, refusal) => {
    expect(refusalOf(chain(), connection)).toBe(refusal);
    expect(canConnect(chain(), connection)).toBe(refusal === undefined);
  });
});
