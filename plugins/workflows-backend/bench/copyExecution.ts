import type { Knex } from 'knex';
import { newId } from '../src/database/newId';

const BATCH = 200;

/** Adds copies of a run that took place, as if it had not begun. */
export async function copyExecution(
  knex: Knex,
  copies: number,
  columns: { status: string; due_at: number },
): Promise<void> {
  const template = await knex('workflow_executions').first();
  await knex.transaction(async trx => {
    for (let done = 0; done < copies; done += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, copies - done) }, () =>
        notBegun(template, columns),
      );
      await trx('workflow_executions').insert(rows);
    }
  });
}

/** A row of its own for the floor, and for the copies. */
export function notBegun(template: object, columns: object) {
  const id = newId();
  return {
    ...template,
    id,
    root_id: id,
    once_key: null,
    epoch: 0,
    active_ms: 0,
    started_at: null,
    finished_at: null,
    ...columns,
  };
}
