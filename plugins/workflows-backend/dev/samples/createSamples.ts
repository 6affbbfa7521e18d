import type { WorkflowsApi } from 'backstage-plugin-workflows-common';
import { announceAndEscalate } from './announceAndEscalate';
import { openTicket } from './openTicket';
import { pagePlatform } from './pagePlatform';
import { tellItIsOver } from './tellItIsOver';

/**
 * Creates the sample workflows, published and enabled, when there are none at
 * all. Gives their names.
 */
export async function createSamples(options: {
  workflows: WorkflowsApi;
  receiverUrl: string;
}): Promise<string[]> {
  const { workflows, receiverUrl } = options;
  if ((await workflows.listWorkflows({ limit: 1 })).items.length > 0) {
    return [];
  }
  const samples = [tellItIsOver, pagePlatform, openTicket, announceAndEscalate];
  const names: string[] = [];
  for (const sample of samples) {
    const { id, name } = await workflows.createWorkflow(sample(receiverUrl));
    await workflows.publishWorkflow(id);
    await workflows.enableWorkflow(id);
    names.push(name);
  }
  return names;
}
