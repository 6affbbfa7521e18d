// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workflow_executions', table => {
    table
      .boolean('stop_when_resolved')
      .comment("From the definition's settings; null for no");
    table
      .string('stop_code', 40)
      .comment('Why the run is to end before its next step');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const column of ['stop_when_resolved', 'stop_code']) {
    await knex.raw('alter table ?? drop column ??', [
      'workflow_executions',
      column,
    ]);
  }
};
