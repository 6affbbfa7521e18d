import type {
  RunWorkflowRequest,
  WorkflowExecution,
  WorkflowExplanation,
} from 'backstage-plugin-workflows-common';
import type { Caller } from '../../permissions/Caller';

/** What people ask of a workflow and an incident. */
export interface MatchingService {
  /**
   * Runs a workflow on an incident by hand. A repeated key gives the run that the
   * first request made.
   *
   * @throws ConflictError when it cannot be run on this incident now
   */
  run(
    workflowId: string,
    request: RunWorkflowRequest,
    idempotencyKey: string | undefined,
    caller: Caller,
  ): Promise<WorkflowExecution>;
  /** Why a workflow ran for each event of an incident, or why not. */
  explain(
    incidentId: string,
    workflowId: string,
    caller: Caller,
  ): Promise<WorkflowExplanation>;
}
