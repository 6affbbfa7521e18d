import {
  type CreatedIncident,
  type Incident,
  type IncidentDetail,
  type IncidentTimelineEntry,
  type IncidentTimelineQuery,
  type Page,
  type RESOURCE_TYPE_EXECUTION,
  type RESOURCE_TYPE_INCIDENT,
  type UpdateIncidentRequest,
  incidentCreatePermission,
  incidentUpdatePermission,
  executionReadPermission,
} from 'backstage-plugin-workflows-common';
import type { Caller } from '../permissions/Caller';
import { assertMayChange, mayChange } from '../permissions/floor';
import type { Policy } from '../permissions/Policy';
import type { ResourcePolicy } from '../permissions/ResourcePolicy';
import type { DeclareRequest, IncidentsService } from './types';

/** {@link IncidentsService} for callers who may not see or change everything. */
export class AuthorizedIncidentsService implements IncidentsService {
  static create(options: {
    inner: IncidentsService;
    policy: Policy;
    incidents: ResourcePolicy<typeof RESOURCE_TYPE_INCIDENT>;
    executions: ResourcePolicy<typeof RESOURCE_TYPE_EXECUTION>;
    /** Who told of an incident first, when that was a caller of the API. */
    declarerOf: (incidentId: string) => Promise<string | undefined>;
  }) {
    const { inner, policy, incidents, executions, declarerOf } = options;
    return new AuthorizedIncidentsService(
      inner,
      policy,
      incidents,
      executions,
      declarerOf,
    );
  }

  private constructor(
    private readonly inner: IncidentsService,
    private readonly policy: Policy,
    private readonly incidents: ResourcePolicy<typeof RESOURCE_TYPE_INCIDENT>,
    private readonly executions: ResourcePolicy<typeof RESOURCE_TYPE_EXECUTION>,
    private readonly declarerOf: (
      incidentId: string,
    ) => Promise<string | undefined>,
  ) {}

  async list(
    query: Parameters<IncidentsService['list']>[0],
    caller: Caller,
  ): Promise<Page<Incident>> {
    const { filter } = await this.incidents.assertReadsSome(caller);
    return this.inner.list({ ...query, filter }, caller);
  }

  async get(id: string, caller: Caller): Promise<IncidentDetail> {
    const incident = await this.incidents.readable(
      await this.inner.get(id, caller),
      id,
      caller,
    );
    return this.withEditable(incident, caller);
  }

  async timeline(
    id: string,
    query: IncidentTimelineQuery,
    caller: Caller,
  ): Promise<Page<IncidentTimelineEntry>> {
    await this.incidents.readable(await this.inner.get(id, caller), id, caller);
    const answer = await this.executions.ask(executionReadPermission, caller);
    const executions = answer ? { filter: answer.filter } : 'none';
    return this.inner.timeline(id, { ...query, executions }, caller);
  }

  async create(
    request: DeclareRequest,
    caller: Caller,
  ): Promise<CreatedIncident> {
    await this.policy.assert(incidentCreatePermission, caller);
    return this.inner.create(request, caller);
  }

  async update(
    id: string,
    request: UpdateIncidentRequest,
    idempotencyKey: string | undefined,
    caller: Caller,
  ): Promise<IncidentDetail> {
    const incident = await this.get(id, caller);
    if (!(await this.isDeclarer(incident, caller))) {
      assertMayChange(caller, incident);
    }
    await this.incidents.assertAllowed(
      incidentUpdatePermission,
      incident,
      caller,
    );
    const edited = await this.inner.update(id, request, idempotencyKey, caller);
    // It may be another team's now.
    return this.withEditable(edited, caller);
  }

  private async withEditable(
    incident: IncidentDetail,
    caller: Caller,
  ): Promise<IncidentDetail> {
    const editable =
      (mayChange(caller, incident) ||
        (await this.isDeclarer(incident, caller))) &&
      ((await this.incidents.ask(incidentUpdatePermission, caller))?.allows(
        incident,
      ) ??
        false);
    return { ...incident, editable };
  }
  /** What no team owns yet is its declarer's as well, who knows what it is about. */
  private async isDeclarer(
    { id, ownerRef }: IncidentDetail,
    { actorRef }: Caller,
  ): Promise<boolean> {
    return !ownerRef && (await this.declarerOf(id)) === actorRef;
  }
}
