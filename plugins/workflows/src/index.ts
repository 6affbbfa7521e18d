/**
 * Draw incident workflows and read what they did, in the portal.
 *
 * @packageDocumentation
 */
export { workflowsApiRef } from './api/workflowsApiRef';
export {
  EntityWorkflowsContent,
  WorkflowsPage,
  workflowsPlugin,
} from './plugin';
export { workflowsTranslationRef } from './translation';
