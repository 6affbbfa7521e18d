/**
 * Types, schemas, guards and pure decisions of the workflows plugin.
 *
 * @packageDocumentation
 */
export * from './actions/auth';
export * from './actions/configSchemas';
export * from './actions/descriptor';
export * from './actions/secretRef';
export * from './actions/webhookConfig';
export * from './api/capabilities';
export * from './api/deliveries';
export * from './api/dryRun';
export * from './api/incidents';
export * from './api/killSwitch';
export * from './api/matching';
export * from './api/openapi';
export * from './api/retry';
export * from './api/schemas';
export * from './client/WorkflowsApi';
export * from './client/WorkflowsClient';
export * from './conditions/equalityKey';
export * from './conditions/evaluate';
export * from './conditions/holds';
export * from './conditions/operators';
export * from './conditions/schema';
export * from './definition/graph';
export * from './definition/guards';
export * from './definition/problems';
export * from './definition/schema';
export { schemaProblems } from './definition/schemaProblems';
export * from './definition/triggerEntities';
export * from './definition/triggerSchema';
export * from './definition/validate';
export { entityRefsOf } from './definition/validateEntities';
export type { DefinitionEnvironment } from './definition/validateReferences';
export * from './duration';
export * from './execution/header';
export * from './execution/transitions';
export * from './execution/types';
export * from './fields/descriptor';
export * from './fields/knownFields';
export * from './fields/seenFields';
export * from './incident/entityResolution';
export * from './incident/fold';
export * from './incident/tickets';
export * from './incident/types';
export * from './json';
export * from './jsonDepth';
export * from './limits';
export * from './matching/entityScope';
export * from './matching/ownerScope';
export * from './permissions';
export * from './planning/planNext';
export { takenEdges } from './planning/takenEdges';
export { syntaxError as templateSyntaxError } from './templates/Interpreter';
export * from './templates/render';
export { isTemplate } from './templates/syntax';
