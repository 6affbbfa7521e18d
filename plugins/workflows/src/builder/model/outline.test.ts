import fc from 'fast-check';
import { drawnDefinition, webhookTemplate } from '../testing/arbitraries';
import { emptyDefinition } from './document';
import { conditionTemplate, delayTemplate } from './nodeTemplate';
import { addNode } from './operations/addNode';
import { addStep } from './operations/addStep';
import { outlineOf } from './outline';

describe('the outline', () => {
  it('names every step once', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        const ids = outlineOf(definition).map(({ node }) => node.id);
        expect([...ids].sort()).toEqual(
          definition.nodes.map(({ id }) => id).sort(),
        );
      }),
    );
  });

  it('reads what is true before what is false, and what is loose last', () => {
    let { definition } = addNode(emptyDefinition(), {
      template: delayTemplate(),
    });
    definition = addStep(definition, conditionTemplate(), {
      kind: 'after',
      nodeId: 'trigger',
    }).definition;
    for (const wayOut of ['false', 'true'] as const) {
      definition = addStep(definition, webhookTemplate, {
        kind: 'after',
        nodeId: 'condition_1',
        wayOut,
      }).definition;
    }
    expect(
      outlineOf(definition).map(({ node, ways, isReached }) => [
        node.id,
        isReached,
        ways.map(({ target }) => target?.id),
      ]),
    ).toEqual([
      ['trigger', true, ['condition_1']],
      ['condition_1', true, ['webhook_2', 'webhook_1']],
      ['webhook_2', true, [undefined]],
      ['webhook_1', true, [undefined]],
      ['delay_1', false, [undefined]],
    ]);
  });
});
