// @ts-check

const INDEX = 'incidents_due_at_index';

const COLUMNS = [
  ['workflows', 'enabled_at'],
  ['workflows', 'active_at'],
  ['incidents', 'epoch'],
  ['incidents', 'due_at'],
  ['incidents', 'open_since'],
  ['incidents', 'open_known_at'],
  ['incidents', 'unacknowledged_since'],
  ['incidents', 'unacknowledged_known_at'],
  ['incidents', 'aged_until'],
];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workflows', table => {
    table.bigInteger('enabled_at').comment('When it was enabled last');
    table
      .bigInteger('active_at')
      .comment('When the version that runs began to run');
  });
  await knex.schema.alterTable('incidents', table => {
    table.integer('epoch').notNullable().defaultTo(0);
    table
      .bigInteger('due_at')
      .comment('When an age trigger may fire next; null for never');
    table
      .bigInteger('open_since')
      .comment("The sender's time; null when it is not open");
    table.bigInteger('open_known_at').comment('When that was heard of first');
    table
      .bigInteger('unacknowledged_since')
      .comment("The sender's time; null when it is not unacknowledged");
    table
      .bigInteger('unacknowledged_known_at')
      .comment('When that was heard of first');
    table
      .bigInteger('aged_until')
      .comment('Age triggers were looked at until then');
  });
  await knex.raw(
    'create index ?? on incidents (due_at) where due_at is not null',
    [INDEX],
  );
  await knex('workflows').update({
    enabled_at: knex('workflow_changes')
      .max('created_at')
      .where({ change: 'enabled' })
      .whereRaw('workflow_changes.workflow_id = workflows.id'),
  });
  // What is open already is as old as we have known it.
  const known = ['triggered', 'acknowledged'];
  await knex('incidents')
    .whereIn('status', known)
    .where('episode', '>', 0)
    .update({
      open_since: knex.ref('created_at'),
      open_known_at: knex.ref('created_at'),
    });
  await knex('incidents')
    .where({ status: 'triggered' })
    .where('episode', '>', 0)
    .update({
      unacknowledged_since: knex.ref('created_at'),
      unacknowledged_known_at: knex.ref('created_at'),
    });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index ??', [INDEX]);
  for (const [table, column] of COLUMNS) {
    await knex.raw('alter table ?? drop column ??', [table, column]);
  }
};
