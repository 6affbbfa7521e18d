import {
  type WorkflowDefinition,
  validateDefinition,
  workflowDefinitionSchema,
} from 'backstage-plugin-workflows-common';
import fc from 'fast-check';
import { drawnDefinition, webhookTemplate } from '../../testing/arbitraries';
import { GRID, NODE_HEIGHT, NODE_WIDTH } from '../geometry';
import { emptyDefinition } from '../document';
import { conditionTemplate, delayTemplate } from '../nodeTemplate';
import { addNode } from './addNode';
import { addStep } from './addStep';
import { insertExisting } from './insertInto';
import { remove } from './remove';
import { removeHealing } from './removeHealing';
import { setWayOut, targetsOf } from './setWayOut';

const environment = { actions: [{ id: 'webhook' }] };

const linesOf = ({ edges }: WorkflowDefinition) =>
  edges.map(({ source, target }) => `${source}>${target}`);

const chainOfTwo = () => {
  const first = addStep(emptyDefinition(), webhookTemplate, {
    kind: 'after',
    nodeId: 'trigger',
  });
  return addStep(first.definition, webhookTemplate, {
    kind: 'after',
    nodeId: first.nodeId,
  }).definition;
};

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
    const first = addStep(emptyDefinition(), webhookTemplate, {
      kind: 'after',
      nodeId: 'trigger',
    });
    const second = addStep(first.definition, delayTemplate(), {
      kind: 'after',
      nodeId: first.nodeId,
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

  it('leave a condition first by its true way, then by its false way, then go in between', () => {
    let definition = addStep(emptyDefinition(), conditionTemplate(), {
      kind: 'after',
      nodeId: 'trigger',
    }).definition;
    for (let count = 0; count < 3; count++) {
      definition = addStep(definition, webhookTemplate, {
        kind: 'after',
        nodeId: 'condition_1',
      }).definition;
    }
    expect(
      definition.edges
        .map(edge => [edge.source, edge.sourceHandle, edge.target])
        .sort(),
    ).toEqual([
      ['condition_1', 'false', 'webhook_2'],
      ['condition_1', 'true', 'webhook_3'],
      ['trigger', undefined, 'condition_1'],
      ['webhook_3', undefined, 'webhook_1'],
    ]);
  });

  it('splice a new step into an edge, below what leads to it, and make room for it', () => {
    const chain = chainOfTwo();
    const { definition, nodeId } = addStep(chain, delayTemplate(), {
      kind: 'edge',
      edgeId: chain.edges[1].id,
    });
    expect(linesOf(definition)).toEqual([
      'trigger>webhook_1',
      'webhook_1>delay_1',
      'delay_1>webhook_2',
    ]);
    const ys = ['webhook_1', nodeId, 'webhook_2'].map(
      id => definition.nodes.find(node => node.id === id)!.position.y,
    );
    expect(ys[1] - ys[0]).toBeGreaterThan(NODE_HEIGHT);
    expect(ys[2] - ys[1]).toBeGreaterThan(NODE_HEIGHT);
  });

  it('splice in a step that is there only when nothing leads to it', () => {
    const chain = chainOfTwo();
    const loose = addNode(chain, { template: delayTemplate() }).definition;
    const [edge] = chain.edges;
    expect(linesOf(insertExisting(loose, edge.id, 'delay_1'))).toEqual([
      'webhook_1>webhook_2',
      'trigger>delay_1',
      'delay_1>webhook_1',
    ]);
    expect(insertExisting(loose, edge.id, 'webhook_2')).toBe(loose);
    expect(insertExisting(loose, edge.id, 'trigger')).toBe(loose);
  });

  it('put a step before another', () => {
    const { definition } = addStep(chainOfTwo(), delayTemplate(), {
      kind: 'before',
      nodeId: 'webhook_2',
    });
    expect(linesOf(definition)).toContain('delay_1>webhook_2');
  });

  it('close a chain up where a step is deleted, and leave open what has no one answer', () => {
    expect(
      linesOf(removeHealing(chainOfTwo(), { nodes: ['webhook_1'] })),
    ).toEqual(['trigger>webhook_2']);
    let forked = addStep(emptyDefinition(), conditionTemplate(), {
      kind: 'after',
      nodeId: 'trigger',
    }).definition;
    for (const wayOut of ['true', 'false'] as const) {
      forked = addStep(forked, webhookTemplate, {
        kind: 'after',
        nodeId: 'condition_1',
        wayOut,
      }).definition;
    }
    expect(removeHealing(forked, { nodes: ['condition_1'] }).edges).toEqual([]);
    expect(removeHealing(forked, { nodes: ['trigger'] })).toBe(forked);
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

  it('put a new node where it was wished, or by the shortest way beside what is there', () => {
    const at = (x: number, y: number) => {
      const { definition, nodeId } = addNode(emptyDefinition(), {
        template: webhookTemplate,
        position: { x, y },
      });
      return definition.nodes.find(({ id }) => id === nodeId)!.position;
    };
    const { position: trigger } = emptyDefinition().nodes[0];
    const beside = NODE_WIDTH + GRID;
    const below = NODE_HEIGHT + GRID;
    const { x, y } = trigger;
    expect(at(x + NODE_WIDTH + 1, y)).toEqual({ x: x + NODE_WIDTH, y });
    expect(at(x + NODE_WIDTH - 32, y)).toEqual({ x: x + beside, y });
    expect(at(x - NODE_WIDTH + 32, y)).toEqual({ x: x - beside, y });
    expect(at(x, y + 16)).toEqual({ x, y: y + below });
    expect(at(x, y - 16)).toEqual({ x, y: y - below });
  });

  it('never remove the trigger, and take the edges of what they remove', () => {
    const { definition } = addStep(emptyDefinition(), webhookTemplate, {
      kind: 'after',
      nodeId: 'trigger',
    });
    expect(remove(definition, { nodes: ['trigger'] })).toBe(definition);
    expect(remove(definition, { nodes: ['webhook_1'] })).toEqual(
      emptyDefinition(),
    );
  });

  it('lead a way out elsewhere, but not in a circle', () => {
    const one = addStep(emptyDefinition(), webhookTemplate, {
      kind: 'after',
      nodeId: 'trigger',
    }).definition;
    const two = addStep(one, delayTemplate(), {
      kind: 'after',
      nodeId: 'webhook_1',
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
