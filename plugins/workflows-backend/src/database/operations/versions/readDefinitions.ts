import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { fromJson } from '../../conversion';

/** Names a version of a workflow, which never changes. */
export interface VersionName {
  id: string;
  version: number;
}

/** Definitions that one statement reads; SQLite takes at most 32,766 values. */
const BATCH = 500;

/** Gives the definitions of versions one after the other, in no promised order. */
export async function* readDefinitions(options: {
  knex: Knex;
  versions: readonly VersionName[];
}): AsyncGenerator<VersionName & { definition: WorkflowDefinition }> {
  const { knex, versions } = options;
  for (let at = 0; at < versions.length; at += BATCH) {
    const rows = await knex('workflow_versions')
      .whereIn(
        ['workflow_id', 'version'],
        versions.slice(at, at + BATCH).map(({ id, version }) => [id, version]),
      )
      .select({ id: 'workflow_id' }, 'version', 'definition');
    for (const { id, version, definition } of rows) {
      yield {
        id,
        version,
        definition: fromJson<WorkflowDefinition>(definition),
      };
    }
  }
}

export function versionKey({ id, version }: VersionName): string {
  return `${id}:${version}`;
}
