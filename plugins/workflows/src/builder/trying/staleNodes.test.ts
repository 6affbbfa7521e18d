import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import fc from 'fast-check';
import { emptyDefinition } from '../model/document';
import { layout } from '../model/layout';
import { conditionTemplate, delayTemplate } from '../model/nodeTemplate';
import { addStep } from '../model/operations/addStep';
import { removeHealing } from '../model/operations/removeHealing';
import { renameNode, updateNode } from '../model/operations/updateNode';
import {
  drawnDefinition,
  operation,
  webhookTemplate,
} from '../testing/arbitraries';
import { staleNodes } from './staleNodes';

const after = (
  definition: WorkflowDefinition,
  nodeId: string,
  template: Parameters<typeof addStep>[1],
) => addStep(definition, template, { kind: 'after', nodeId }).definition;

/** trigger → condition_1 –true→ webhook_1 → delay_1 */
const drawn = [
  ['trigger', conditionTemplate()],
  ['condition_1', webhookTemplate],
  ['webhook_1', delayTemplate()],
].reduce(
  (definition, [nodeId, template]) =>
    after(definition, nodeId as string, template as typeof webhookTemplate),
  emptyDefinition(),
);

const stale = (
  definition: WorkflowDefinition,
  pinned: Record<string, string> = {},
) =>
  [
    ...staleNodes({ definition: drawn, pinned: {} }, { definition, pinned }),
  ].sort();

describe('staleNodes', () => {
  it('marks a step that does something else, and all after it', () => {
    const changed = updateNode(drawn, 'webhook_1', {
      actionType: 'webhook',
      config: { method: 'PUT', url: 'https://chat.example.com/hook' },
    });
    expect(stale(changed)).toEqual(['delay_1', 'webhook_1']);
  });

  it('marks nothing for a name or a place', () => {
    expect(stale(layout(renameNode(drawn, 'webhook_1', 'Tell')))).toEqual([]);
  });

  it('marks nothing when a change is taken back, though the object is another', () => {
    expect(stale(structuredClone(drawn))).toEqual([]);
  });

  it('marks a new step, and all after it', () => {
    const [edge] = drawn.edges.filter(({ source }) => source === 'condition_1');
    const { definition } = addStep(drawn, delayTemplate(), {
      kind: 'edge',
      edgeId: edge.id,
    });
    expect(stale(definition)).toEqual(['delay_1', 'delay_2', 'webhook_1']);
  });

  it('marks what follows a step that is gone', () => {
    expect(stale(removeHealing(drawn, { nodes: ['webhook_1'] }))).toEqual([
      'delay_1',
    ]);
  });

  it('marks everything when the trigger asks for something else', () => {
    expect(
      stale({ ...drawn, trigger: { type: 'manual', conditions: [] } }),
    ).toEqual(['condition_1', 'delay_1', 'trigger', 'webhook_1']);
  });

  it('marks what is given another output, and all after it', () => {
    expect(stale(drawn, { webhook_1: 'pinned' })).toEqual([
      'delay_1',
      'webhook_1',
    ]);
  });

  it('marks with a node all nodes that it leads to', () => {
    fc.assert(
      fc.property(
        drawnDefinition,
        fc.array(operation, { maxLength: 5 }),
        (tried, operations) => {
          const definition = operations.reduce((now, next) => next(now), tried);
          const found = staleNodes(
            { definition: tried, pinned: {} },
            { definition, pinned: {} },
          );
          for (const { source, target } of definition.edges) {
            expect(!found.has(source) || found.has(target)).toBe(true);
          }
        },
      ),
    );
  });
});
