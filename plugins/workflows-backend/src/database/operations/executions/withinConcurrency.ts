import type { Knex } from 'knex';

/**
 * Leaves out pending runs that have no place among their workflow's runs at a
 * time. Places go to what is under way (running or waiting), then to what is
 * pending, the oldest first. A run's place does not change while an older one
 * begins, so two workers that claim at once do not fill one place twice; and a
 * workflow with a thousand pending runs takes no part of a claim beyond its limit.
 * What is under way is never held back.
 */
export function withinConcurrency(knex: Knex, due: Knex.QueryBuilder): void {
  // Ranked all at once: counting for each run anew takes seconds in a storm.
  const ranked = knex('workflow_executions')
    .select(
      'id',
      'concurrency',
      knex.raw(
        "row_number() over (partition by workflow_id order by case status when 'PENDING' then 1 else 0 end, id) as place",
      ),
    )
    .whereNotNull('concurrency')
    .whereNotNull('due_at')
    .as('ranked');
  due.where(inner =>
    inner
      .whereNull('concurrency')
      .orWhereNot('status', 'PENDING')
      .orWhereIn(
        'id',
        knex
          .select('id')
          .from(ranked)
          .where('place', '<=', knex.ref('concurrency')),
      ),
  );
}
