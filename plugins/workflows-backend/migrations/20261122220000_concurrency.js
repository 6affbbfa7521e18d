// @ts-check

const INDEX = 'workflow_executions_limited_index';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workflow_executions', table => {
    table
      .integer('concurrency')
      .comment("From the definition's settings; null for no limit");
  });
  // What the claim counts: the unfinished runs of workflows with a limit.
  await knex.raw(
    'create index ?? on ?? (workflow_id, id) where concurrency is not null and due_at is not null',
    [INDEX, 'workflow_executions'],
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index ??', [INDEX]);
  await knex.raw('alter table ?? drop column ??', [
    'workflow_executions',
    'concurrency',
  ]);
};
