/**
 * What tests of extensions of the workflows plugin need.
 *
 * @packageDocumentation
 */
export * from './mockActionContext';
export * from './mockIncident';
export * from './mockPrepareOptions';
export * from './testExecutionDriver';
export * from './testIncidentSource';
export * from './testWorkflowAction';
