import { NotAllowedError } from '@backstage/errors';
import {
  type RESOURCE_TYPE_WORKFLOW,
  type RunWorkflowRequest,
  type WorkflowExecution,
  type WorkflowExplanation,
  workflowExecutePermission,
} from 'backstage-plugin-workflows-common';
import type { Caller } from '../../permissions/Caller';
import { assertMayChange } from '../../permissions/floor';
import type { ResourcePolicy } from '../../permissions/ResourcePolicy';
import type { IncidentsService, WorkflowsService } from '../types';
import type { MatchingService } from './types';

/**
 * {@link MatchingService} for callers who may not do everything. What is asked
 * about must be readable. The floor of a run by hand: a team's workflow is run by
 * its members, one that belongs to no team by people only, since every policy
 * allows services.
 */
export class AuthorizedMatchingService implements MatchingService {
  static create(options: {
    inner: MatchingService;
    /** The authorized ones. */
    readable: {
      workflows: Pick<WorkflowsService, 'get'>;
      incidents: Pick<IncidentsService, 'get'>;
    };
    workflows: ResourcePolicy<typeof RESOURCE_TYPE_WORKFLOW>;
  }) {
    return new AuthorizedMatchingService(options);
  }

  private constructor(
    private readonly options: {
      inner: MatchingService;
      readable: {
        workflows: Pick<WorkflowsService, 'get'>;
        incidents: Pick<IncidentsService, 'get'>;
      };
      workflows: ResourcePolicy<typeof RESOURCE_TYPE_WORKFLOW>;
    },
  ) {}

  async run(
    workflowId: string,
    request: RunWorkflowRequest,
    idempotencyKey: string | undefined,
    caller: Caller,
  ): Promise<WorkflowExecution> {
    const { inner, readable, workflows } = this.options;
    const workflow = await readable.workflows.get(workflowId, caller);
    await readable.incidents.get(request.incidentId, caller);
    if (workflow.ownerRef) {
      assertMayChange(caller, workflow);
    } else if (!caller.admin && !caller.isUser) {
      throw new NotAllowedError(
        'It belongs to no team: only people and workflows.admins may run it',
      );
    }
    await workflows.assertAllowed(workflowExecutePermission, workflow, caller);
    return inner.run(workflowId, request, idempotencyKey, caller);
  }

  async explain(
    incidentId: string,
    workflowId: string,
    caller: Caller,
  ): Promise<WorkflowExplanation> {
    const { inner, readable } = this.options;
    await readable.incidents.get(incidentId, caller);
    await readable.workflows.get(workflowId, caller);
    return inner.explain(incidentId, workflowId, caller);
  }
}
