import {
  type RESOURCE_TYPE_INCIDENT,
  type WorkflowExecution,
  incidentReadPermission,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { ownersOf } from '../database/operations/ownersOf';
import type { Caller } from '../permissions/Caller';
import type { ResourcePolicy } from '../permissions/ResourcePolicy';

/** The incidents' titles on executions, for those who may read the incidents. */
export class IncidentTitles {
  static create(options: {
    knex: Knex;
    incidents: ResourcePolicy<typeof RESOURCE_TYPE_INCIDENT>;
  }) {
    return new IncidentTitles(options.knex, options.incidents);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly incidents: ResourcePolicy<typeof RESOURCE_TYPE_INCIDENT>,
  ) {}

  /** The executions with the titles that the caller may see. */
  async readable<T extends WorkflowExecution>(
    executions: readonly T[],
    caller: Caller,
  ): Promise<T[]> {
    const reads = await this.incidents.ask(incidentReadPermission, caller);
    if (reads && !reads.filter) {
      return [...executions];
    }
    const ids = executions.flatMap(({ incidentId }) => incidentId ?? []);
    const owners = reads
      ? await ownersOf({ knex: this.knex, table: 'incidents', ids })
      : [];
    const allowed = new Set(
      ids.filter((_, index) => owners[index] && reads!.allows(owners[index])),
    );
    return executions.map(execution =>
      execution.incidentId && allowed.has(execution.incidentId)
        ? execution
        : { ...execution, incidentTitle: undefined },
    );
  }
}
