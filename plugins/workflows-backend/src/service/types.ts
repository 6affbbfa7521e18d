import type {
  DefinitionProblem,
  DeliverySummary,
  DisableWorkflowRequest,
  Incident,
  IncidentDetail,
  KillSwitch,
  ListDeliveriesQuery,
  ListExecutionsQuery,
  ListIncidentsQuery,
  ListWorkflowsQuery,
  Page,
  PutKillSwitchRequest,
  PutSecretRequest,
  RetryExecutionRequest,
  SecretSummary,
  Workflow,
  WorkflowExecution,
  WorkflowExecutionDetail,
  WorkflowSummary,
  WorkflowVersion,
  WorkflowVersionSummary,
} from 'backstage-plugin-workflows-common';
import type { Caller } from '../permissions/Caller';
import type { OwnerFilter } from '../permissions/OwnerQuery';

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
}

/** Admins only. */
export interface DeliveriesService {
  list(
    query: ListDeliveriesQuery,
    caller: Caller,
  ): Promise<Page<DeliverySummary>>;
  /** @throws NotFoundError */
  replay(id: string, caller: Caller): Promise<DeliverySummary>;
}

export interface KillSwitchService {
  get(caller: Caller): Promise<KillSwitch>;
  /** @throws ConflictError when the configuration has it on, and it is switched off */
  put(request: PutKillSwitchRequest, caller: Caller): Promise<KillSwitch>;
}
