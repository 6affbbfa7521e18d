/**
 * What tests of extensions of the workflows plugin need.
 *
 * @packageDocumentation
 */
export * from './testIncidentSource';
