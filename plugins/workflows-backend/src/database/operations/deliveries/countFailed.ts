import type { Knex } from 'knex';

/** How many deliveries of each source failed; sources with none are left out. */
export async function countFailed(options: {
  knex: Knex;
}): Promise<Array<{ sourceId: string; failed: number }>> {
  const rows: Array<{ source_id: string; failed: number | string }> =
    await options
      .knex('incident_deliveries')
      .where({ state: 'failed' })
      .groupBy('source_id')
      .orderBy('source_id')
      .select('source_id')
      .count({ failed: '*' });
  return rows.map(row => ({
    sourceId: row.source_id,
    failed: Number(row.failed),
  }));
}
