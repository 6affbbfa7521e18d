import type { WorkflowAction } from 'backstage-plugin-workflows-node';
import { jiraAction } from './jira/jiraAction';
import { linearAction } from './linear/linearAction';
import { slackAction } from './slack/slackAction';
import { webhookAction } from './webhook/webhookAction';

/** The actions that come with the plugin. Whatever holds for all of them is tested of this list. */
export function createBuiltInActions(): WorkflowAction[] {
  return [webhookAction, jiraAction, linearAction, slackAction];
}
