import type { Incident } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { Batcher } from '../../Batcher';
import type { IncidentRow } from '../../rows';
import { toIncident } from './toIncident';

/** Reads incidents as they are now; those of many runs in one statement. */
export class IncidentReader {
  static create(options: { knex: Knex }): IncidentReader {
    return new IncidentReader(options.knex);
  }

  private readonly reads = Batcher.create<string, Incident | undefined>({
    work: async ids => {
      const rows = await this.knex<IncidentRow>('incidents').whereIn('id', ids);
      return ids.map(id => {
        const row = rows.find(found => found.id === id);
        return row && toIncident(row);
      });
    },
  });

  private constructor(private readonly knex: Knex) {}

  /** The incident with an id; `undefined` when there is none. */
  readonly read = (id: string): Promise<Incident | undefined> =>
    this.reads.add(id);
}
