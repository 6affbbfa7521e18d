import type { Workflow } from 'backstage-plugin-workflows-common';
import { emptyDefinition } from '../model/document';

/** A saved workflow with only a trigger. */
export function aWorkflow(overrides: Partial<Workflow> = {}): Workflow {
  return {
    id: '019aaaaa-0000-7000-8000-000000000001',
    name: 'Page the owner',
    description: 'Tells the owning team',
    enabled: false,
    latestVersion: 1,
    triggerType: 'incident_created',
    createdAt: '2026-11-22T10:00:00.000Z',
    createdBy: 'user:default/ada',
    updatedAt: '2026-11-22T10:00:00.000Z',
    updatedBy: 'user:default/ada',
    editable: true,
    definition: emptyDefinition(),
    problems: [],
    ...overrides,
  };
}
