import {
  type EntityScope,
  type Page,
  type WorkflowDefinition,
  entityScope,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { ResolvedEntity } from '../catalog/toIncidentEntity';
import { fromJson } from '../database/conversion';
import { listWorkflows } from '../database/operations/workflows/listWorkflows';
import type { WorkflowRow } from '../database/rows';
import type { OwnerFilter } from '../permissions/OwnerQuery';

/** Workflows that are looked at together, and how often before a page is short. */
const BATCH = 50;
const MAX_BATCHES = 20;

/**
 * The workflows that are for incidents of an entity, each with the reason, by
 * the version that runs, else by the latest. Owners are asked for in SQL; what a
 * workflow says of entities is in its definition, so pages are filled batch by
 * batch. A page may be short and still have one after it.
 *
 * @param entity - absent when it is not in the catalog: as for an incident without one
 */
export async function workflowsForEntity(options: {
  knex: Knex;
  entity: ResolvedEntity | undefined;
  search?: string;
  filter?: OwnerFilter;
  after?: string;
  limit?: number;
}): Promise<Page<{ row: WorkflowRow; scope: EntityScope }>> {
  const { knex, entity, limit = BATCH, ...query } = options;
  const ownerRefs = ['', ...(entity?.owner ? [entity.owner] : [])];
  const items: Array<{ row: WorkflowRow; scope: EntityScope }> = [];
  let { after } = query;
  for (let batch = 0; batch < MAX_BATCHES; batch++) {
    const page = await listWorkflows({
      ...query,
      knex,
      ownerRefs,
      after,
      limit: BATCH,
    });
    const definitions = await runningDefinitions(knex, page.items);
    for (const row of page.items) {
      const { id, name, owner_ref: ownerRef } = row;
      const { trigger } = definitions.get(id)!;
      const scope = entityScope({ id, name, ownerRef, trigger }, entity);
      if (scope.applies) {
        if (items.length === limit) {
          return { items, nextAfter: items[items.length - 1].row.id };
        }
        items.push({ row, scope });
      }
    }
    after = page.nextAfter;
    if (!after) {
      return { items };
    }
  }
  return { items, nextAfter: after };
}

/** By workflow: the published definition, else the latest. */
async function runningDefinitions(
  knex: Knex,
  rows: readonly WorkflowRow[],
): Promise<Map<string, WorkflowDefinition>> {
  const older = rows.filter(
    ({ published_version: published, latest_version: latest }) =>
      published !== null && published !== latest,
  );
  const versions: Array<{ id: string; definition: string }> =
    older.length === 0
      ? []
      : await knex('workflow_versions')
          .whereIn(
            ['workflow_id', 'version'],
            older.map(row => [row.id, row.published_version!]),
          )
          .select({ id: 'workflow_id' }, 'definition');
  return new Map(
    [...rows, ...versions].map(({ id, definition }) => [
      id,
      fromJson<WorkflowDefinition>(definition),
    ]),
  );
}
