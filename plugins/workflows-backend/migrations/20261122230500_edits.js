// @ts-check

const COLUMNS = [
  ['incident_events', 'actor_ref'],
  ['incident_events', 'caused_by'],
  ['incidents', 'last_occurred_at'],
  ['incidents', 'last_order_key'],
];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incident_events', table => {
    table.string('actor_ref').comment('Who made an edit');
    table
      .string('caused_by', 36)
      .comment('The execution that led to the event, if one did');
  });
  await knex.schema.alterTable('incidents', table => {
    table
      .bigInteger('last_occurred_at')
      .comment("The sender's time of the last event that `folded` holds");
    table
      .string('last_order_key', 400)
      .comment('Its order key; null until the next event folds all again');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const [table, column] of COLUMNS) {
    await knex.raw('alter table ?? drop column ??', [table, column]);
  }
};
