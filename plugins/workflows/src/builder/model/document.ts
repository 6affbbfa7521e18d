import type {
  Workflow,
  WorkflowDefinition,
} from 'backstage-plugin-workflows-common';

/** All that one save writes, and so all that undo goes back over. */
export interface BuilderDocument {
  readonly name: string;
  readonly description: string;
  readonly definition: WorkflowDefinition;
}

export function documentOf(workflow: Workflow): BuilderDocument {
  const { name, description, definition } = workflow;
  return { name, description, definition };
}

/** What a new workflow begins with: a trigger that every new incident fires. */
export function emptyDefinition(): WorkflowDefinition {
  return {
    schemaVersion: 1,
    nodes: [
      { id: 'trigger', type: 'trigger', position: { x: 0, y: 0 }, data: {} },
    ],
    edges: [],
    trigger: { type: 'incident_created', conditions: [] },
    settings: {},
  };
}
