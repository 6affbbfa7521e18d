import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { secretNameSchema } from '../actions/secretRef';
import { jsonValueSchema } from '../json';
import { pageSchema } from './pageSchema';
import { EXECUTION_STATUSES } from '../execution/types';
import { INCIDENT_STATUSES } from '../incident/types';
import type { DefinitionProblem } from '../definition/problems';
import type { EntityScope } from '../matching/entityScope';
import type { WorkflowDefinition } from '../definition/schema';

/*
 * What goes in and out of the HTTP API. Requests are zod schemas: the router
 * validates with them and openapi.yaml is written from them. Answers are types.
 */

const ownerRefSchema = z
  .string()
  .regex(
    /^group:[a-z0-9-._]+\/[a-z0-9-._]+$/,
    'must be a group ref in lower case, such as group:default/payments',
  );

const nameSchema = z.string().trim().min(1, 'must not be empty').max(120);
const descriptionSchema = z.string().max(2_000);

/**
 * The definition is checked by `parseDraft`, which names places better
 * than a union of schemas can; here it is only said to be an object.
 */
const definitionSchema = z.record(z.string(), jsonValueSchema);

/** @public */
export const createWorkflowSchema = z.strictObject({
  name: nameSchema,
  description: descriptionSchema,
  /** The owning group; absent for a global workflow. */
  ownerRef: ownerRefSchema.optional(),
  definition: definitionSchema,
  /** What this version is about. */
  note: z.string().max(500).optional(),
});

/** @public */
export const updateWorkflowSchema = z.strictObject({
  name: nameSchema.optional(),
  description: descriptionSchema.optional(),
  definition: definitionSchema.optional(),
  note: z.string().max(500).optional(),
});

/** @public */
export const publishWorkflowSchema = z.strictObject({
  /** The version to run from now on; the latest one when absent. */
  version: z.int().min(1).optional(),
});

/** @public */
export const disableWorkflowSchema = z.strictObject({
  /** What happens to runs that have not begun. Default `cancel`. */
  queued: z.enum(['run', 'cancel']).optional(),
  /**
   * What happens to runs that wait: for a delay, a retry, or an action's end.
   * Default `run`. One that is in the middle of a step goes on in any case.
   */
  waiting: z.enum(['run', 'cancel']).optional(),
});

/** @public */
export const validateWorkflowSchema = z.strictObject({
  definition: definitionSchema,
  /** Check secret names against this workflow's. */
  workflowId: z.uuid().optional(),
});

/** @public */
export const putSecretSchema = z.strictObject({
  value: z
    .string()
    .min(1, 'must not be empty')
    .max(8_192)
    .regex(
      /^[^\p{Cc}]*$/u,
      'must be one line without control characters; look for a line break at its end',
    ),
  /** Hosts that the secret may be sent to, for example `api.example.com`. */
  allowedHosts: z
    .array(
      z
        .string()
        .regex(
          /^[a-z0-9.-]+(:\d{1,5})?$/,
          "must be a lower-case host name, with a port if it is not the scheme's own",
        ),
    )
    .min(1, 'must name at least one host')
    .max(20),
});

/** @public */
export const listWorkflowsQuerySchema = z.strictObject({
  ...pageSchema,
  /** Part of the name or the description. */
  search: z.string().max(200).optional(),
  /** Workflows that an incident of this entity could run, each with the reason. */
  entityRef: z.string().max(300).optional(),
});

/** @public */
export const listExecutionsQuerySchema = z.strictObject({
  ...pageSchema,
  workflowId: z.uuid().optional(),
  incidentId: z.uuid().optional(),
  entityRef: z.string().max(300).optional(),
  status: z.enum(EXECUTION_STATUSES).optional(),
});

/** @public */
export const listIncidentsQuerySchema = z.strictObject({
  ...pageSchema,
  entityRef: z.string().max(300).optional(),
  status: z.enum(INCIDENT_STATUSES).optional(),
  search: z.string().max(200).optional(),
});

/** @public */
export const listDeliveriesQuerySchema = z.strictObject({
  ...pageSchema,
  state: z.enum(['received', 'processed', 'ignored', 'failed']).optional(),
  sourceId: z.string().max(120).optional(),
});

/** @public */
export const secretNameParamSchema = secretNameSchema;

/** @public */
export type CreateWorkflowRequest = Omit<
  z.infer<typeof createWorkflowSchema>,
  'definition'
> & { definition: WorkflowDefinition };
/** @public */
export type UpdateWorkflowRequest = Omit<
  z.infer<typeof updateWorkflowSchema>,
  'definition'
> & { definition?: WorkflowDefinition };
/** @public */
export type DisableWorkflowRequest = z.infer<typeof disableWorkflowSchema>;
/** @public */
export type PutSecretRequest = z.infer<typeof putSecretSchema>;
/** @public */
export type ListWorkflowsQuery = z.infer<typeof listWorkflowsQuerySchema>;
/** @public */
export type ListExecutionsQuery = z.infer<typeof listExecutionsQuerySchema>;
/** @public */
export type ListIncidentsQuery = z.infer<typeof listIncidentsQuerySchema>;
/** @public */
export type ListDeliveriesQuery = z.infer<typeof listDeliveriesQuerySchema>;

/**
 * One page of a list, newest first.
 *
 * @public
 */
export interface Page<T> {
  items: T[];
  /** Pass it as `after` for the next page; absent on the last one. */
  nextAfter?: string;
}

/**
 * A workflow in a list.
 *
 * @public
 */
export interface WorkflowSummary {
  id: string;
  name: string;
  description: string;
  /** The owning group; absent for a global workflow. */
  ownerRef?: string;
  enabled: boolean;
  latestVersion: number;
  /** The version that runs; absent until one is published. */
  publishedVersion?: number;
  /** What starts the latest version. */
  triggerType: string;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  /** Whether the caller may change it. */
  editable: boolean;
  /** Why it is for the entity that the list was asked for. */
  scope?: EntityScope;
  /** The newest run, when there was one that the caller may see. */
  lastExecution?: { id: string; status: string; createdAt: string };
}

/** @public */
export interface Workflow extends WorkflowSummary {
  /** The latest version's definition. */
  definition: WorkflowDefinition;
  /** What keeps the latest version from being published, and warnings. */
  problems: DefinitionProblem[];
}

/** @public */
export interface WorkflowVersionSummary {
  version: number;
  authorRef: string;
  note?: string;
  createdAt: string;
  publishedAt?: string;
  publishedBy?: string;
}

/** @public */
export interface WorkflowVersion extends WorkflowVersionSummary {
  definition: WorkflowDefinition;
}

/**
 * A secret as the API shows it; the value is never given back.
 *
 * @public
 */
export interface SecretSummary {
  name: string;
  allowedHosts: string[];
  updatedAt: string;
  updatedBy: string;
  lastUsedAt?: string;
}

/** @public */
export interface DeliverySummary {
  id: string;
  sourceId: string;
  state: 'received' | 'processed' | 'ignored' | 'failed';
  error?: string;
  attempts: number;
  receivedAt: string;
  processedAt?: string;
}

/**
 * A configured incident source.
 *
 * @public
 */
export interface SourceSummary {
  id: string;
  type: string;
  /** The path that the sender posts to, below the plugin's base URL. */
  hookPath: string;
}

/**
 * What a signal on the channel `workflows` says: which kind of thing changed.
 * The browser fetches the rest through the router.
 *
 * @public
 */
export interface WorkflowsSignal extends JsonObject {
  kind: 'workflow' | 'execution' | 'incident' | 'kill-switch';
  /** Of the thing; `kill-switch` for the one kill switch. */
  id: string;
}

/** @public */
export const WORKFLOWS_SIGNAL_CHANNEL = 'workflows';
