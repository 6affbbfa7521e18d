import {
  type WorkflowDefinition,
  type WorkflowNode,
  secretDestinations,
  secretReferences,
} from 'backstage-plugin-workflows-common';

/** What a definition does with one secret. */
export interface SecretUse {
  name: string;
  nodes: WorkflowNode[];
  /** The hosts that it is sent to, as far as they are known. */
  hosts: string[];
}

/** The secrets that a definition names, each with the steps that do. Pure. */
export function secretUses({ nodes }: WorkflowDefinition): SecretUse[] {
  const uses = new Map<string, SecretUse>();
  for (const node of nodes) {
    if (node.type === 'action') {
      const { actionType } = node.data;
      const config = node.data.config as Parameters<
        typeof secretDestinations
      >[1];
      for (const { name } of secretReferences(config)) {
        const use = uses.get(name) ?? { name, nodes: [], hosts: [] };
        uses.set(name, use);
        use.nodes = [...new Set([...use.nodes, node])];
      }
      for (const { name, host } of secretDestinations(actionType, config)) {
        const use = uses.get(name)!;
        use.hosts = [...new Set([...use.hosts, host])];
      }
    }
  }
  return [...uses.values()];
}
