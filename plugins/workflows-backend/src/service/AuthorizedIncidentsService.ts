import type {
  Incident,
  IncidentDetail,
  Page,
  RESOURCE_TYPE_INCIDENT,
} from 'backstage-plugin-workflows-common';
import type { Caller } from '../permissions/Caller';
import type { ResourcePolicy } from '../permissions/ResourcePolicy';
import type { IncidentsService } from './types';

/** {@link IncidentsService} for callers who may not see everything. */
export class AuthorizedIncidentsService implements IncidentsService {
  static create(options: {
    inner: IncidentsService;
    incidents: ResourcePolicy<typeof RESOURCE_TYPE_INCIDENT>;
  }) {
    return new AuthorizedIncidentsService(options.inner, options.incidents);
  }

  private constructor(
    private readonly inner: IncidentsService,
    private readonly incidents: ResourcePolicy<typeof RESOURCE_TYPE_INCIDENT>,
  ) {}

  async list(
    query: Parameters<IncidentsService['list']>[0],
    caller: Caller,
  ): Promise<Page<Incident>> {
    const { filter } = await this.incidents.assertReadsSome(caller);
    return this.inner.list({ ...query, filter }, caller);
  }

  async get(id: string, caller: Caller): Promise<IncidentDetail> {
    return this.incidents.readable(
      await this.inner.get(id, caller),
      id,
      caller,
    );
  }
}
