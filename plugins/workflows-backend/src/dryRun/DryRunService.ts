import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type DryRun,
  type DryRunRequest,
  type DryRunWorkflowRequest,
  type Incident,
  type IncidentContext,
  type Workflow,
  type WorkflowDefinition,
  blocksDryRun,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { ActionRegistry } from '../actions/ActionRegistry';
import { toIncidentEntity } from '../catalog/toIncidentEntity';
import { listEventContexts } from '../database/operations/incidents/listEventContexts';
import { explainMatch } from '../matcher/matchIncident';
import { type FiredTrigger, firedTriggers } from '../matcher/triggers';
import type { Caller } from '../permissions/Caller';
import type { IncidentsService, WorkflowsService } from '../service/types';
import { playDefinition } from './playDefinition';
import { openedContext, sampleIncident } from './sampleIncident';

/** Events of a past incident that are looked at for the one that fits. */
const MAX_EVENTS = 200;

/** Stands for a trigger that is taken to have fired. */
const ASSUMED: FiredTrigger = { type: 'manual', requestKey: 'dry-run' };

interface Subject {
  context: IncidentContext;
  fired: FiredTrigger;
}

/**
 * Says what a workflow would do. It decides nothing about who may ask: the
 * services that it reads by are the authorized ones, and so is the catalog, as
 * the caller sees it.
 */
export class DryRunService {
  static create(options: {
    knex: Knex;
    actions: ActionRegistry;
    catalog: CatalogService;
    workflows: Pick<WorkflowsService, 'get' | 'getVersion' | 'validate'>;
    incidents: Pick<IncidentsService, 'get'>;
    logger: LoggerService;
    now?: () => Date;
  }) {
    return new DryRunService({ now: () => new Date(), ...options });
  }

  private constructor(
    private readonly deps: Required<
      Parameters<(typeof DryRunService)['create']>[0]
    >,
  ) {}

  /** @throws NotFoundError when the workflow or the incident is not there, or not for the caller */
  async run(request: DryRunRequest, caller: Caller): Promise<DryRun> {
    const { definition, workflowId, ...rest } = request;
    const { workflows } = this.deps;
    const workflow = workflowId
      ? await workflows.get(workflowId, caller)
      : undefined;
    return this.play(definition, workflow, rest, caller);
  }

  /** @throws NotFoundError when the workflow, the version or the incident is not there, or not for the caller */
  async runWorkflow(
    id: string,
    request: DryRunWorkflowRequest,
    caller: Caller,
  ): Promise<DryRun> {
    const { version, ...rest } = request;
    const { workflows } = this.deps;
    const workflow = await workflows.get(id, caller);
    const definition = version
      ? (await workflows.getVersion(id, version, caller)).definition
      : workflow.definition;
    return this.play(definition, workflow, rest, caller);
  }

  private async play(
    untrusted: unknown,
    workflow: Workflow | undefined,
    request: Omit<DryRunRequest, 'definition' | 'workflowId'>,
    caller: Caller,
  ): Promise<DryRun> {
    const { actions, logger, workflows } = this.deps;
    const problems = await workflows.validate(untrusted, workflow?.id, caller);
    if (problems.some(blocksDryRun)) {
      return { problems, steps: [], edges: [] };
    }
    const definition = untrusted as WorkflowDefinition;
    const judged = {
      id: workflow?.id ?? '',
      name: workflow?.name ?? '',
      ownerRef: workflow?.ownerRef ?? '',
      version: workflow?.latestVersion ?? 1,
      trigger: definition.trigger,
      enabledMs: 0,
      activeMs: 0,
    };
    const subject = await this.subjectOf(definition, request, caller, judged);
    const { matched, stoppedBy, scope, explanation } = explainMatch(
      judged,
      subject.fired,
      subject.context,
    );
    return {
      problems,
      trigger: { matched, stoppedBy, scope, explanation },
      incident: subject.context.incident as unknown as DryRun['incident'],
      ...playDefinition({
        definition,
        context: subject.context,
        actions,
        workflow: { id: judged.id, name: judged.name, version: judged.version },
        outputs: request.outputs ?? {},
        logger,
      }),
    };
  }

  private async subjectOf(
    { trigger }: WorkflowDefinition,
    {
      incidentId,
      incident: patch,
    }: Pick<DryRunRequest, 'incident' | 'incidentId'>,
    caller: Caller,
    judged: Parameters<typeof explainMatch>[0],
  ): Promise<Subject> {
    if (incidentId) {
      const incident = await this.deps.incidents.get(incidentId, caller);
      return this.pastSubject(incident, judged);
    }
    const incident = sampleIncident({
      trigger,
      patch,
      now: this.deps.now().toISOString(),
    });
    const entity = patch?.entityRef
      ? await this.entity(patch.entityRef, caller)
      : undefined;
    const placed = {
      ...incident,
      ...(entity?.owner && { ownerRef: entity.owner }),
      ...(entity?.system && { systemRef: entity.system }),
    };
    return { context: openedContext(placed, entity), fired: ASSUMED };
  }

  /**
   * The newest event of the incident that sets the workflow off; else the newest
   * that at least is of its kind; else the incident as it is.
   */
  private async pastSubject(
    { id }: Incident,
    judged: Parameters<typeof explainMatch>[0],
  ): Promise<Subject> {
    const contexts = await listEventContexts({
      knex: this.deps.knex,
      incidentId: id,
      limit: MAX_EVENTS,
    });
    // No event tells of an age, and anything may be run by hand.
    const { type } = judged.trigger;
    if (type === 'age' || type === 'manual') {
      return { context: contexts[0], fired: ASSUMED };
    }
    const subjects = contexts.flatMap(context =>
      firedTriggers(context).map(fired => ({ context, fired })),
    );
    return (
      subjects.find(
        ({ context, fired }) => explainMatch(judged, fired, context).matched,
      ) ??
      subjects.find(({ fired }) => fired.type === type) ??
      subjects[0] ?? { context: contexts[0], fired: ASSUMED }
    );
  }

  private async entity(entityRef: string, { credentials }: Caller) {
    const entity = await this.deps.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    return entity && toIncidentEntity(entity);
  }
}
