import { mockServices } from '@backstage/backend-test-utils';
import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { createWorkflowAction } from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { ActionRegistry } from '../actions/ActionRegistry';
import { playDefinition } from './playDefinition';
import { openedContext, sampleIncident } from './sampleIncident';

const position = { x: 0, y: 0 };

const custom = createWorkflowAction({
  id: 'acme:page',
  title: 'Page',
  description: 'Pages somebody.',
  schema: {
    config: z.object({ to: z.string() }),
    output: z.object({ id: z.int(), url: z.url(), tags: z.array(z.string()) }),
  },
  effect: 'in_doubt',
  prepare: ({ config }) => ({ ...config }),
  run: async () => {
    throw new Error('a dry run calls no action');
  },
});

const page = (id: string, config: object) => ({
  id,
  type: 'action' as const,
  position,
  data: { actionType: 'acme:page' as const, config: config as any },
});

function play(nodes: WorkflowDefinition['nodes'], recheckFor = 'critical') {
  const definition: WorkflowDefinition = {
    schemaVersion: 1,
    trigger: {
      type: 'incident_created',
      conditions: [{ field: 'severity', value: recheckFor }],
    },
    settings: {},
    nodes: [{ id: 'start', type: 'trigger', position, data: {} }, ...nodes],
    edges: nodes.map(({ id }, i) => ({
      id: `e${i}`,
      source: i === 0 ? 'start' : nodes[i - 1].id,
      target: id,
    })),
  };
  const incident = sampleIncident({
    trigger: definition.trigger,
    patch: { title: 'Down', severity: 'critical' },
    now: '2030-01-01T00:00:00Z',
  });
  return playDefinition({
    definition,
    context: openedContext(incident, undefined),
    actions: ActionRegistry.create({ actions: [custom] }),
    workflow: { id: 'w', name: 'Tell', version: 3 },
    outputs: {},
    logger: mockServices.logger.mock(),
  });
}

describe('playDefinition', () => {
  it('gives later steps a value in the shape of an output, and calls no action', () => {
    const { steps, outcome } = play([
      page('a', { to: '{{ workflow.name }} {{ workflow.version }}' }),
      page('b', { to: '{{ steps.a.output.id }}' }),
    ]);
    expect(outcome).toBe('COMPLETED');
    expect(steps[0]).toEqual({
      nodeId: 'a',
      state: 'completed',
      request: { to: 'Tell 3' },
      output: {
        id: expect.any(Number),
        url: expect.any(String),
        tags: [expect.any(String)],
      },
    });
    expect((steps[0].output as any).id).toBeGreaterThanOrEqual(0);
    expect(steps[1].request).toEqual({
      to: String((steps[0].output as any).id),
    });
  });

  it('ends at an action that is not installed', () => {
    const missing = page('a', {});
    missing.data.actionType = 'acme:gone' as any;
    expect(play([missing, page('b', { to: 'x' })])).toMatchObject({
      outcome: 'FAILED',
      edges: ['e0'],
      steps: [{ nodeId: 'a', error: { code: 'action_unknown' } }],
    });
  });

  it.each([
    ['critical', 'COMPLETED', ['e0', 'e1']],
    ['low', 'CANCELLED', ['e0']],
  ])('looks again after a delay, for %s', (severity, outcome, edges) => {
    expect(
      play(
        [
          {
            id: 'wait',
            type: 'delay',
            position,
            data: { duration: '2h', recheck: true },
          },
          page('b', { to: 'x' }),
        ],
        severity,
      ),
    ).toMatchObject({
      outcome,
      edges,
      steps: [{ waitMs: 7_200_000 }, {}].slice(0, edges.length),
    });
  });
});
