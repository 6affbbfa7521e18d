import type {
  Condition,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';

const place = { x: 0, y: 0 };

/** A webhook node that posts `body`, or the incident's key and title, to a URL. */
export function webhook(
  id: string,
  url: string,
  body: object = {
    key: '{{ incident.incidentKey }}',
    title: '{{ incident.title }}',
  },
): WorkflowDefinition['nodes'][number] {
  return {
    id,
    type: 'action',
    position: place,
    data: {
      actionType: 'webhook',
      config: { method: 'POST', url, body: body as any },
    },
  };
}

/** A delay node. */
export function delay(
  id: string,
  duration: string,
): WorkflowDefinition['nodes'][number] {
  return { id, type: 'delay', position: place, data: { duration } };
}

/** A condition node over one leaf. */
export function condition(
  id: string,
  leaf: Condition,
): WorkflowDefinition['nodes'][number] {
  return {
    id,
    type: 'condition',
    position: place,
    data: { match: 'all', conditions: [leaf] },
  };
}

/**
 * A definition from its steps and its edges, written `from>to` or
 * `from:true>to`; the trigger's id is `start`.
 */
export function definition(
  steps: WorkflowDefinition['nodes'],
  edges: string[],
  trigger: WorkflowDefinition['trigger'] = {
    type: 'incident_created',
    conditions: [],
  },
): WorkflowDefinition {
  return {
    schemaVersion: 1,
    nodes: [
      { id: 'start', type: 'trigger', position: place, data: {} },
      ...steps,
    ],
    edges: edges.map(text => {
      const [from, target] = text.split('>');
      const [source, handle] = from.split(':');
      return {
        id: text,
        source,
        target,
        ...(handle ? { sourceHandle: handle as 'true' | 'false' } : {}),
      };
    }),
    trigger,
    settings: {},
  };
}
