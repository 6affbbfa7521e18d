import type {
  CreateIncidentRequest,
  CreatedIncident,
  DefinitionProblem,
  DeliveryCounts,
  DeliveryDetail,
  DeliverySummary,
  DisableWorkflowRequest,
  FieldDescriptor,
  Incident,
  IncidentDetail,
  IncidentTimelineEntry,
  IncidentTimelineQuery,
  KillSwitch,
  ListDeliveriesQuery,
  ListExecutionsQuery,
  ListIncidentsQuery,
  ListWorkflowsQuery,
  Page,
  PutKillSwitchRequest,
  PutSecretRequest,
  ReplayDeliveriesRequest,
  RetryExecutionRequest,
  SecretSummary,
  UpdateIncidentRequest,
  Workflow,
  WorkflowExecution,
  WorkflowExecutionDetail,
  WorkflowSummary,
  WorkflowVersion,
  WorkflowVersionSummary,
} from 'backstage-plugin-workflows-common';
import type { Caller } from '../permissions/Caller';
import type { OwnerFilter } from '../permissions/OwnerQuery';
import type { VisibleExecutions } from './timeline/readTimeline';

/*
 * The plain services check nothing; the Authorized ones decide and delegate.
 * `filter` is what the decorator adds to a list: it is applied in SQL, before
 * paging. Absent, everything is given.
 */

export interface WorkflowsService {
  list(
    query: ListWorkflowsQuery & { filter?: OwnerFilter },
    caller: Caller,
  ): Promise<Page<WorkflowSummary>>;
  /** @throws NotFoundError */
  get(id: string, caller: Caller): Promise<Workflow>;
  create(request: CreateRequest, caller: Caller): Promise<Workflow>;
  /** @throws ConflictError when `latestVersion` is not the newest any more */
  update(
    id: string,
    latestVersion: number,
    request: UpdateRequest,
    caller: Caller,
  ): Promise<Workflow>;
  delete(id: string, caller: Caller): Promise<void>;
  /** Makes a version, the latest unless named, the one that runs. */
  publish(
    id: string,
    version: number | undefined,
    caller: Caller,
  ): Promise<Workflow>;
  /** @throws ConflictError when there is no published version */
  enable(id: string, caller: Caller): Promise<Workflow>;
  disable(
    id: string,
    request: DisableWorkflowRequest,
    caller: Caller,
  ): Promise<Workflow>;
  validate(
    definition: unknown,
    workflowId: string | undefined,
    caller: Caller,
  ): Promise<DefinitionProblem[]>;
  listVersions(id: string, caller: Caller): Promise<WorkflowVersionSummary[]>;
  getVersion(
    id: string,
    version: number,
    caller: Caller,
  ): Promise<WorkflowVersion>;
}

export interface CreateRequest {
  name: string;
  description: string;
  ownerRef?: string;
  /** Untrusted; the service parses it. */
  definition: unknown;
  note?: string;
}

export interface UpdateRequest {
  name?: string;
  description?: string;
  /** Untrusted; the one before when absent. */
  definition?: unknown;
  note?: string;
}

export interface SecretsService {
  list(workflowId: string, caller: Caller): Promise<SecretSummary[]>;
  put(
    workflowId: string,
    name: string,
    request: PutSecretRequest,
    caller: Caller,
  ): Promise<SecretSummary>;
  /** @throws NotFoundError */
  delete(workflowId: string, name: string, caller: Caller): Promise<void>;
}

export interface ExecutionsService {
  list(
    query: ListExecutionsQuery & { filter?: OwnerFilter },
    caller: Caller,
  ): Promise<Page<WorkflowExecution>>;
  /** @throws NotFoundError */
  get(id: string, caller: Caller): Promise<WorkflowExecutionDetail>;
  /** @throws ConflictError when it has ended already */
  cancel(id: string, caller: Caller): Promise<WorkflowExecution>;
  /**
   * Gives the new execution.
   *
   * @throws ConflictError when it cannot be retried now
   */
  retry(
    id: string,
    request: RetryExecutionRequest,
    caller: Caller,
  ): Promise<WorkflowExecution>;
}

export interface IncidentsService {
  list(
    query: ListIncidentsQuery & { filter?: OwnerFilter },
    caller: Caller,
  ): Promise<Page<Incident>>;
  /** @throws NotFoundError */
  get(id: string, caller: Caller): Promise<IncidentDetail>;
  timeline(
    id: string,
    /** `executions` is what the decorator adds; absent, all are given. */
    query: IncidentTimelineQuery & { executions?: VisibleExecutions },
    caller: Caller,
  ): Promise<Page<IncidentTimelineEntry>>;
  /** @throws InputError when it is not enough for an incident */
  create(request: DeclareRequest, caller: Caller): Promise<CreatedIncident>;
  /** @throws NotFoundError */
  update(
    id: string,
    request: UpdateIncidentRequest,
    idempotencyKey: string | undefined,
    caller: Caller,
  ): Promise<IncidentDetail>;
}

export interface DeclareRequest {
  request: CreateIncidentRequest;
  idempotencyKey?: string;
  /** Of the HTTP request, those that are kept. */
  headers: Record<string, string>;
}

/** Admins only. */
export interface DeliveriesService {
  list(
    query: ListDeliveriesQuery,
    caller: Caller,
  ): Promise<Page<DeliverySummary>>;
  /** @throws NotFoundError */
  get(id: string, caller: Caller): Promise<DeliveryDetail>;
  counts(caller: Caller): Promise<DeliveryCounts>;
  /** @throws NotFoundError */
  replay(id: string, caller: Caller): Promise<DeliverySummary>;
  replayFailed(
    request: ReplayDeliveriesRequest,
    caller: Caller,
  ): Promise<{ replayed: number }>;
}

export interface FieldsService {
  list(caller: Caller): Promise<FieldDescriptor[]>;
}

export interface KillSwitchService {
  get(caller: Caller): Promise<KillSwitch>;
  /** @throws ConflictError when the configuration has it on, and it is switched off */
  put(request: PutKillSwitchRequest, caller: Caller): Promise<KillSwitch>;
}
