import type { WorkflowAction } from 'backstage-plugin-workflows-node';
import { webhookAction } from './webhook/webhookAction';

/** The actions that come with the plugin. Whatever holds for all of them is tested of this list. */
export function createBuiltInActions(): WorkflowAction[] {
  return [webhookAction];
}
