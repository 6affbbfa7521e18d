/**
 * The backend of the workflows plugin: incident intake, engine, actions and API.
 *
 * @packageDocumentation
 */
export { workflowsPlugin as default } from './plugin';
