/**
 * Contracts for extending the workflows plugin: actions, incident sources and
 * the execution driver.
 *
 * @packageDocumentation
 */
export * from './ActionError';
export * from './createIncidentSource';
export * from './createWorkflowAction';
export * from './egress';
export * from './ExecutionDriver';
export * from './extensions';
export * from './verification';
