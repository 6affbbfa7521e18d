import {
  validateDefinition,
  workflowDefinitionSchema,
} from 'backstage-plugin-workflows-common';
import fc from 'fast-check';
import { drawnDefinition, webhookTemplate } from '../../testing/arbitraries';
import { NODE_HEIGHT, NODE_WIDTH } from '../geometry';
import { emptyDefinition } from '../document';
import { conditionTemplate, delayTemplate } from '../nodeTemplate';
import { addNode } from './addNode';
import { remove } from './remove';
import { setWayOut, targetsOf } from './setWayOut';

const environment = { actions: [{ id: 'webhook' }] };

describe('edit operations', () => {
  it('only ever draw definitions that the schema takes and that can be saved', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        expect(workflowDefinitionSchema.parse(definition)).toEqual(definition);
        expect(
          validateDefinition(definition, environment)
            .map(problem => problem.code)
            .filter(code => !['node_orphan', 'branch_open'].includes(code)),
        ).toEqual([]);
      }),
    );
  });

  it('give every node and every edge an id of its own', () => {
    fc.assert(
      fc.property(drawnDefinition, ({ nodes, edges }) => {
        expect(new Set(nodes.map(node => node.id)).size).toBe(nodes.length);
        expect(new Set(edges.map(edge => edge.id)).size).toBe(edges.length);
      }),
    );
  });

  it('add one node after another below it, connected', () => {
    const first = addNode(emptyDefinition(), {
      template: webhookTemplate,
      after: 'trigger',
    });
    const second = addNode(first.definition, {
      template: delayTemplate(),
      after: first.nodeId,
    });
    expect([first.nodeId, second.nodeId]).toEqual(['webhook_1', 'delay_1']);
    expect(
      second.definition.edges.map(({ source, target }) => [source, target]),
    ).toEqual([
      ['trigger', 'webhook_1'],
      ['webhook_1', 'delay_1'],
    ]);
    const ys = second.definition.nodes.map(node => node.position.y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
  });

  it('leave a condition first by its true way, then by its false way, then not at all', () => {
    let definition = addNode(emptyDefinition(), {
      template: conditionTemplate(),
      after: 'trigger',
    }).definition;
    for (let count = 0; count < 3; count++) {
      definition = addNode(definition, {
        template: webhookTemplate,
        after: 'condition_1',
      }).definition;
    }
    expect(
      definition.edges
        .filter(edge => edge.source === 'condition_1')
        .map(edge => [edge.sourceHandle, edge.target]),
    ).toEqual([
      ['true', 'webhook_1'],
      ['false', 'webhook_2'],
    ]);
  });

  it('never put a new node on top of another', () => {
    fc.assert(
      fc.property(drawnDefinition, definition => {
        const { definition: added, nodeId } = addNode(definition, {
          template: webhookTemplate,
          position: definition.nodes[0].position,
        });
        const { position } = added.nodes.find(node => node.id === nodeId)!;
        const covered = definition.nodes.filter(
          node =>
            Math.abs(node.position.x - position.x) < NODE_WIDTH &&
            Math.abs(node.position.y - position.y) < NODE_HEIGHT,
        );
        expect(covered).toEqual([]);
      }),
    );
  });

  it('never remove the trigger, and take the edges of what they remove', () => {
    const { definition } = addNode(emptyDefinition(), {
      template: webhookTemplate,
      after: 'trigger',
    });
    expect(remove(definition, { nodes: ['trigger'] })).toBe(definition);
    expect(remove(definition, { nodes: ['webhook_1'] })).toEqual(
      emptyDefinition(),
    );
  });

  it('lead a way out elsewhere, but not in a circle', () => {
    const one = addNode(emptyDefinition(), {
      template: webhookTemplate,
      after: 'trigger',
    }).definition;
    const two = addNode(one, {
      template: delayTemplate(),
      after: 'webhook_1',
    }).definition;
    expect(targetsOf(two, { source: 'trigger' }).map(node => node.id)).toEqual([
      'webhook_1',
      'delay_1',
    ]);
    expect(targetsOf(two, { source: 'delay_1' })).toEqual([]);
    expect(
      setWayOut(two, { source: 'trigger', target: 'delay_1' }).edges.map(
        edge => [edge.source, edge.target],
      ),
    ).toEqual([
      ['webhook_1', 'delay_1'],
      ['trigger', 'delay_1'],
    ]);
  });
});
