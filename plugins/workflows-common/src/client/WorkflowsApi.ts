import type { ActionDescriptor } from '../actions/descriptor';
import type { Capabilities } from '../api/capabilities';
import type {
  DeliveryCounts,
  DeliveryDetail,
  ReplayDeliveriesRequest,
} from '../api/deliveries';
import type {
  CreateIncidentRequest,
  CreatedIncident,
  IncidentDetail,
  IncidentTimelineEntry,
  IncidentTimelineQuery,
  UpdateIncidentRequest,
} from '../api/incidents';
import type {
  DryRun,
  DryRunRequest,
  DryRunWorkflowRequest,
} from '../api/dryRun';
import type { KillSwitch, PutKillSwitchRequest } from '../api/killSwitch';
import type { RunWorkflowRequest, WorkflowExplanation } from '../api/matching';
import type { RetryExecutionRequest } from '../api/retry';
import type {
  CreateWorkflowRequest,
  DeliverySummary,
  DisableWorkflowRequest,
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
import type { FieldDescriptor } from '../fields/descriptor';
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
  /** What a definition would do for an incident; nothing is sent or kept. */
  dryRun(request: DryRunRequest): Promise<DryRun>;
  /** What a workflow would do for an incident; nothing is sent or kept. */
  dryRunWorkflow(id: string, request?: DryRunWorkflowRequest): Promise<DryRun>;
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

  /**
   * Runs a workflow by hand on an incident. A repeated key gives the run that the
   * first request made.
   */
  runWorkflow(
    id: string,
    request: RunWorkflowRequest,
    options?: { idempotencyKey?: string },
  ): Promise<WorkflowExecution>;
  /** Why a workflow ran for each event of an incident, or why not. */
  explainIncident(
    id: string,
    query: { workflowId: string },
  ): Promise<WorkflowExplanation>;

  listIncidents(query?: ListIncidentsQuery): Promise<Page<Incident>>;
  getIncident(id: string): Promise<IncidentDetail>;
  /** What happened with an incident, as it became known, newest first. */
  listIncidentTimeline(
    id: string,
    query?: IncidentTimelineQuery,
  ): Promise<Page<IncidentTimelineEntry>>;
  /**
   * Declares an incident, or tells of one that the caller named before. Of two
   * requests with the same idempotency key, the second does nothing.
   */
  createIncident(
    request: CreateIncidentRequest,
    options?: { idempotencyKey?: string },
  ): Promise<CreatedIncident>;
  /** Gives the incident as it is after the edit. */
  updateIncident(
    id: string,
    request: UpdateIncidentRequest,
    options?: { idempotencyKey?: string },
  ): Promise<IncidentDetail>;

  /** Admins only. */
  listDeliveries(query?: ListDeliveriesQuery): Promise<Page<DeliverySummary>>;
  /** Admins only: a delivery as it was received. */
  getDelivery(id: string): Promise<DeliveryDetail>;
  /** Admins only: how many failed. */
  getDeliveryCounts(): Promise<DeliveryCounts>;
  /** Admins only: processes all failed deliveries of a source again. */
  replayDeliveries(
    request: ReplayDeliveriesRequest,
  ): Promise<{ replayed: number }>;
  /** Admins only: processes a kept delivery again. */
  replayDelivery(id: string): Promise<DeliverySummary>;

  getKillSwitch(): Promise<KillSwitch>;
  /**
   * Admins only. Refused with 409 when the configuration has it on and the
   * request says off.
   */
  putKillSwitch(request: PutKillSwitchRequest): Promise<KillSwitch>;

  listActions(): Promise<ActionDescriptor[]>;
  /** Fields that conditions may name, with values of incidents that the caller may see. */
  listFields(): Promise<FieldDescriptor[]>;
  getCapabilities(): Promise<Capabilities>;
  listSources(): Promise<SourceSummary[]>;
}
