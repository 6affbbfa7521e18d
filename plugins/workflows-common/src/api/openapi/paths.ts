import type { JsonObject } from '@backstage/types';
import { incidentTimelineQuerySchema } from '../incidents';
import { explainQuerySchema } from '../matching';
import {
  listDeliveriesQuerySchema,
  listExecutionsQuerySchema,
  listIncidentsQuerySchema,
  listWorkflowsQuerySchema,
} from '../schemas';
import { type ComponentName, componentRef } from './components';
import { type Operation, operationObject } from './operation';

const one = (name: ComponentName): Operation['answer'] => ({
  status: 200,
  schema: componentRef(name),
});

const items = (name: ComponentName, key = 'items'): Operation['answer'] => ({
  status: 200,
  schema: {
    type: 'object',
    required: [key],
    properties: { [key]: { type: 'array', items: componentRef(name) } },
  },
});

const page = (name: ComponentName): Operation['answer'] => ({
  status: 200,
  schema: {
    type: 'object',
    required: ['items'],
    properties: {
      items: { type: 'array', items: componentRef(name) },
      nextAfter: {
        type: 'string',
        format: 'uuid',
        description: 'Pass it as `after`; absent on the last page',
      },
    },
  },
});

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

const IDEMPOTENCY_KEY = {
  'Idempotency-Key': {
    description: 'Of two requests with the same key, the second does nothing',
    pattern: '^[!-~]{1,255}$',
  },
};

/** Every route of the plugin but the hooks, whose bodies belong to the senders. */
const OPERATIONS: Record<string, Partial<Record<Method, Operation>>> = {
  '/workflows': {
    get: {
      operationId: 'listWorkflows',
      summary: 'Workflows that the caller may see, newest first',
      query: listWorkflowsQuerySchema,
      answer: page('WorkflowSummary'),
    },
    post: {
      operationId: 'createWorkflow',
      summary: 'Create a workflow with its version 1',
      body: 'CreateWorkflow',
      answer: { status: 201, schema: componentRef('Workflow') },
    },
  },
  '/workflows/validate': {
    post: {
      operationId: 'validateDefinition',
      summary: 'What is wrong with a definition',
      body: 'ValidateWorkflow',
      answer: items('Problem', 'problems'),
    },
  },
  '/workflows/dry-run': {
    post: {
      operationId: 'dryRun',
      summary:
        'What a definition would do for an incident; nothing is sent or kept',
      body: 'DryRun',
      answer: one('DryRunResult'),
    },
  },
  '/workflows/{id}/dry-run': {
    post: {
      operationId: 'dryRunWorkflow',
      summary:
        'What a workflow would do for an incident; nothing is sent or kept',
      body: 'DryRunWorkflow',
      bodyOptional: true,
      answer: one('DryRunResult'),
    },
  },
  '/workflows/{id}': {
    get: {
      operationId: 'getWorkflow',
      summary: 'A workflow with its latest definition',
      answer: one('Workflow'),
    },
    put: {
      operationId: 'updateWorkflow',
      summary: 'Save a new version',
      headers: {
        'If-Match': {
          description:
            'The version that the edit is based on, in double quotes; 400 without it, 409 when it is not the latest any more',
          pattern: '^"[1-9][0-9]{0,8}"$',
        },
      },
      body: 'UpdateWorkflow',
      answer: one('Workflow'),
    },
    delete: {
      operationId: 'deleteWorkflow',
      summary: 'Delete a workflow, its versions and secrets; the history stays',
      answer: { status: 204 },
    },
  },
  '/workflows/{id}/executions': {
    post: {
      operationId: 'runWorkflow',
      summary: 'Run a workflow by hand on an incident',
      headers: IDEMPOTENCY_KEY,
      body: 'RunWorkflow',
      answer: { status: 201, schema: componentRef('Execution') },
    },
  },
  '/workflows/{id}/publish': {
    post: {
      operationId: 'publishWorkflow',
      summary: 'Make a version the one that runs',
      body: 'PublishWorkflow',
      bodyOptional: true,
      answer: one('Workflow'),
    },
  },
  '/workflows/{id}/enable': {
    post: {
      operationId: 'enableWorkflow',
      summary: 'Let incidents start it',
      answer: one('Workflow'),
    },
  },
  '/workflows/{id}/disable': {
    post: {
      operationId: 'disableWorkflow',
      summary:
        'Start nothing more of it; cancel what has not begun unless told otherwise',
      body: 'DisableWorkflow',
      bodyOptional: true,
      answer: one('Workflow'),
    },
  },
  '/workflows/{id}/versions': {
    get: {
      operationId: 'listVersions',
      summary: 'Every version, newest first',
      answer: items('VersionSummary'),
    },
  },
  '/workflows/{id}/versions/{version}': {
    get: {
      operationId: 'getVersion',
      summary: 'A version with its definition',
      answer: one('Version'),
    },
  },
  '/workflows/{id}/secrets': {
    get: {
      operationId: 'listSecrets',
      summary: "A workflow's secrets, without their values",
      answer: items('Secret'),
    },
  },
  '/workflows/{id}/secrets/{name}': {
    put: {
      operationId: 'putSecret',
      summary: 'Set a secret; its value is never given back',
      body: 'PutSecret',
      answer: one('Secret'),
    },
    delete: {
      operationId: 'deleteSecret',
      summary: 'Delete a secret',
      answer: { status: 204 },
    },
  },
  '/executions': {
    get: {
      operationId: 'listExecutions',
      summary: 'Executions that the caller may see, newest first',
      query: listExecutionsQuerySchema,
      answer: page('Execution'),
    },
  },
  '/executions/{id}': {
    get: {
      operationId: 'getExecution',
      summary: 'An execution with its steps',
      answer: one('ExecutionDetail'),
    },
  },
  '/executions/{id}/cancel': {
    post: {
      operationId: 'cancelExecution',
      summary: 'Cancel an execution that has not ended',
      answer: one('Execution'),
    },
  },
  '/executions/{id}/retry': {
    post: {
      operationId: 'retryExecution',
      summary: 'Make a new execution of one that has ended',
      body: 'RetryExecution',
      answer: { status: 201, schema: componentRef('Execution') },
    },
  },
  '/incidents': {
    get: {
      operationId: 'listIncidents',
      summary: 'Incidents that the caller may see, newest first',
      query: listIncidentsQuerySchema,
      answer: page('Incident'),
    },
    post: {
      operationId: 'createIncident',
      summary: 'Tell of an incident; it is kept, then processed',
      headers: IDEMPOTENCY_KEY,
      body: 'CreateIncident',
      answer: { status: 202, schema: componentRef('CreatedIncident') },
    },
  },
  '/incidents/{id}': {
    get: {
      operationId: 'getIncident',
      summary: 'An incident as it is now',
      answer: one('IncidentDetail'),
    },
    patch: {
      operationId: 'updateIncident',
      summary: 'Change fields of an incident by hand',
      headers: IDEMPOTENCY_KEY,
      body: 'UpdateIncident',
      answer: one('IncidentDetail'),
    },
  },
  '/incidents/{id}/explain': {
    get: {
      operationId: 'explainIncident',
      summary: 'Why a workflow ran for each event of an incident, or why not',
      query: explainQuerySchema,
      answer: one('WorkflowExplanation'),
    },
  },
  '/incidents/{id}/timeline': {
    get: {
      operationId: 'listIncidentTimeline',
      summary:
        'The events of an incident as they arrived, with what changed and what ran, newest first',
      query: incidentTimelineQuerySchema,
      answer: page('TimelineEntry'),
    },
  },
  '/deliveries': {
    get: {
      operationId: 'listDeliveries',
      summary: 'The inbox, newest first; admins only',
      query: listDeliveriesQuerySchema,
      answer: page('Delivery'),
    },
  },
  '/deliveries/counts': {
    get: {
      operationId: 'getDeliveryCounts',
      summary: 'How many deliveries failed; admins only',
      answer: one('DeliveryCounts'),
    },
  },
  '/deliveries/replay': {
    post: {
      operationId: 'replayDeliveries',
      summary: 'Process all failed deliveries of a source again; admins only',
      body: 'ReplayDeliveries',
      answer: {
        status: 200,
        schema: {
          type: 'object',
          required: ['replayed'],
          properties: { replayed: { type: 'integer' } },
        },
      },
    },
  },
  '/deliveries/{id}': {
    get: {
      operationId: 'getDelivery',
      summary: 'A delivery as it was received; admins only',
      answer: one('DeliveryDetail'),
    },
  },
  '/deliveries/{id}/replay': {
    post: {
      operationId: 'replayDelivery',
      summary: 'Process a kept delivery again; admins only',
      answer: one('Delivery'),
    },
  },
  '/kill-switch': {
    get: {
      operationId: 'getKillSwitch',
      summary: 'Whether all workflows are stopped, and why',
      answer: one('KillSwitch'),
    },
    put: {
      operationId: 'putKillSwitch',
      summary: 'Stop all workflows, or let them go on; admins only',
      body: 'PutKillSwitch',
      answer: one('KillSwitch'),
    },
  },
  '/actions': {
    get: {
      operationId: 'listActions',
      summary: 'The installed actions',
      answer: items('Action'),
    },
  },
  '/fields': {
    get: {
      operationId: 'listFields',
      summary:
        'The fields that conditions may name, with values of incidents that the caller may see',
      answer: items('Field'),
    },
  },
  '/capabilities': {
    get: {
      operationId: 'getCapabilities',
      summary: 'What the caller stands for, and whether it is an admin',
      answer: one('Capabilities'),
    },
  },
  '/sources': {
    get: {
      operationId: 'listSources',
      summary: 'The configured incident sources',
      answer: items('Source'),
    },
  },
};

/** `paths` of the document. */
export function pathObjects(): JsonObject {
  return Object.fromEntries(
    Object.entries(OPERATIONS).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, operation]) => [
          method,
          operationObject(path, operation),
        ]),
      ),
    ]),
  );
}
