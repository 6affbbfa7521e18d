import type { ActionDescriptor } from '../actions/descriptor';
import type { KillSwitch, PutKillSwitchRequest } from '../api/killSwitch';
import type { RetryExecutionRequest } from '../api/retry';
import type {
  CreateWorkflowRequest,
  DeliverySummary,
  DisableWorkflowRequest,
  IncidentDetail,
  ListDeliveriesQuery,
  ListExecutionsQuery,
  ListIncidentsQuery,
  ListWorkflowsQuery,
  Page,
  PutSecretRequest,
  SecretSummary,
  SourceSummary,
  UpdateWorkflowRequest,
  Workflow,
  WorkflowSummary,
  WorkflowVersion,
  WorkflowVersionSummary,
} from '../api/schemas';
import type { DefinitionProblem } from '../definition/problems';
import type { WorkflowDefinition } from '../definition/schema';
import type {
  WorkflowExecution,
  WorkflowExecutionDetail,
} from '../execution/types';
import type { Incident } from '../incident/types';

/**
 * The HTTP API of the workflows backend. Every method rejects with a
 * `ResponseError` of `@backstage/errors` when the backend refuses.
 *
 * @public
 */
export interface WorkflowsApi {
  listWorkflows(query?: ListWorkflowsQuery): Promise<Page<WorkflowSummary>>;
  getWorkflow(id: string): Promise<Workflow>;
  createWorkflow(request: CreateWorkflowRequest): Promise<Workflow>;
  /**
   * Saves a new version. Refused with 409 when `latestVersion` is not the
   * newest any more.
   */
  updateWorkflow(
    id: string,
    latestVersion: number,
    request: UpdateWorkflowRequest,
  ): Promise<Workflow>;
  deleteWorkflow(id: string): Promise<void>;
  publishWorkflow(id: string, version?: number): Promise<Workflow>;
  enableWorkflow(id: string): Promise<Workflow>;
  disableWorkflow(
    id: string,
    request?: DisableWorkflowRequest,
  ): Promise<Workflow>;
  validateDefinition(
    definition: WorkflowDefinition,
    workflowId?: string,
  ): Promise<DefinitionProblem[]>;
  listVersions(id: string): Promise<WorkflowVersionSummary[]>;
  getVersion(id: string, version: number): Promise<WorkflowVersion>;

  listSecrets(workflowId: string): Promise<SecretSummary[]>;
  putSecret(
    workflowId: string,
    name: string,
    request: PutSecretRequest,
  ): Promise<SecretSummary>;
  deleteSecret(workflowId: string, name: string): Promise<void>;

  listExecutions(query?: ListExecutionsQuery): Promise<Page<WorkflowExecution>>;
  getExecution(id: string): Promise<WorkflowExecutionDetail>;
  cancelExecution(id: string): Promise<WorkflowExecution>;
  /**
   * Makes a new execution of one that has ended, and gives the new one. Refused
   * with 409 when it has not ended so that it can be retried from there, when
   * another retry of it has not ended, or when the workflow is disabled.
   */
  retryExecution(
    id: string,
    request: RetryExecutionRequest,
  ): Promise<WorkflowExecution>;

  listIncidents(query?: ListIncidentsQuery): Promise<Page<Incident>>;
  getIncident(id: string): Promise<IncidentDetail>;

  /** Admins only. */
  listDeliveries(query?: ListDeliveriesQuery): Promise<Page<DeliverySummary>>;
  /** Admins only: processes a kept delivery again. */
  replayDelivery(id: string): Promise<DeliverySummary>;

  getKillSwitch(): Promise<KillSwitch>;
  /**
   * Admins only. Refused with 409 when the configuration has it on and the
   * request says off.
   */
  putKillSwitch(request: PutKillSwitchRequest): Promise<KillSwitch>;

  listActions(): Promise<ActionDescriptor[]>;
  listSources(): Promise<SourceSummary[]>;
}
