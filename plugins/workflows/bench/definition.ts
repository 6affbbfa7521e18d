import type {
  WorkflowDefinition,
  WorkflowEdge,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';

const COLUMNS = 25;
const X = 320;
const Y = 128;

/** A workflow of so many nodes in rows, each following on the one before. */
export function largeDefinition(count: number): WorkflowDefinition {
  const nodes = Array.from({ length: count }, (_, index) => ({
    ...kindOf(index),
    id: index === 0 ? 'trigger' : `step_${index}`,
    position: {
      x: (index % COLUMNS) * X,
      y: Math.floor(index / COLUMNS) * Y,
    },
  })) as WorkflowNode[];
  const edges = nodes.slice(1).map((node, index): WorkflowEdge => {
    const before = nodes[index];
    return {
      id: `edge_${index}`,
      source: before.id,
      target: node.id,
      ...(before.type === 'condition' && { sourceHandle: 'true' }),
    };
  });
  return {
    schemaVersion: 1,
    nodes,
    edges,
    trigger: { type: 'incident_created', conditions: [] },
    settings: {},
  };
}

/** Every kind of step, most of them actions with templates. */
function kindOf(index: number) {
  if (index === 0) {
    return { type: 'trigger', data: {} };
  }
  switch (index % 5) {
    case 2:
      return {
        type: 'condition',
        data: {
          match: 'all',
          conditions: [
            { field: 'severity', operator: 'equals', value: 'critical' },
          ],
        },
      };
    case 4:
      return { type: 'delay', data: { duration: '5min' } };
    default:
      return {
        type: 'action',
        data: {
          actionType: 'webhook',
          config: {
            method: 'POST',
            url: 'https://chat.example.com/hooks/{{ incident.id }}',
            body: { type: 'json', value: { text: '{{ incident.title }}' } },
          },
        },
      };
  }
}
