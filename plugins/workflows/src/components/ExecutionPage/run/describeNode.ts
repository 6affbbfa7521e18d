import type { WorkflowNode } from 'backstage-plugin-workflows-common';

/** What a node is called: its label, or else its action or its id. */
export function nodeTitle(node: WorkflowNode): string {
  return (
    node.data.label ||
    (node.type === 'action' ? node.data.actionType : undefined) ||
    node.id
  );
}
