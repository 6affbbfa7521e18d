// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workflow_executions', table => {
    table
      .text('inherited')
      .comment('JSON by node: effects of the run that this one retries');
    table.string('requested_by').comment('Who asked for it; null for events');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const column of ['inherited', 'requested_by']) {
    await knex.raw('alter table ?? drop column ??', [
      'workflow_executions',
      column,
    ]);
  }
};
