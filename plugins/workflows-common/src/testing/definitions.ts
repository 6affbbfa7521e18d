import type {
  ActionData,
  WorkflowDefinition,
  WorkflowEdge,
  WorkflowNode,
  WorkflowNote,
} from '../definition/schema';

/** A node of the least that its type needs. */
export function node(
  id: string,
  type: WorkflowNode['type'] = 'action',
  data: object = {},
): WorkflowNode {
  const defaults = {
    trigger: {},
    action: {
      actionType: 'webhook',
      config: { method: 'POST', url: 'https://example.com' },
    },
    condition: {
      match: 'all',
      conditions: [{ field: 'severity', value: 'critical' }],
    },
    delay: { duration: '5min' },
  }[type];
  return {
    id,
    type,
    position: { x: 0, y: 0 },
    data: { ...defaults, ...data },
  } as WorkflowNode;
}

/** A note that says little. */
export function note(id: string): WorkflowNote {
  return {
    id,
    position: { x: 0, y: 0 },
    size: { width: 256, height: 128 },
    text: '# Why',
  };
}

/** `a>b`, or `a:true>b` for the way out of a condition. */
export function edge(text: string): WorkflowEdge {
  const [, source, handle, target] = /^([^:>]+)(?::(\w+))?>(.+)$/.exec(text)!;
  return {
    id: text.replace(/\W/g, '-'),
    source,
    target,
    ...(handle ? { sourceHandle: handle as 'true' | 'false' } : {}),
  };
}

/** A definition of nodes and edges, with a trigger `t` unless there is one. */
export function definition(
  nodes: WorkflowNode[],
  edges: string[],
  more: Partial<WorkflowDefinition> = {},
): WorkflowDefinition {
  return {
    schemaVersion: 1,
    nodes: nodes.some(({ type }) => type === 'trigger')
      ? nodes
      : [node('t', 'trigger'), ...nodes],
    edges: edges.map(edge),
    trigger: { type: 'incident_created', conditions: [] },
    settings: {},
    ...more,
  };
}

/** An action node with a webhook whose body is a template. */
export function webhook(
  id: string,
  body: string,
  more: Partial<ActionData> = {},
) {
  return node(id, 'action', {
    config: { method: 'POST', url: 'https://example.com', body },
    ...more,
  });
}
