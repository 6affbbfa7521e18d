// @ts-check

/*
 * Times are bigint milliseconds since the epoch by the database's clock, unless
 * the column says that they are the sender's. JSON is text, because jsonb
 * refuses \u0000. Ids are UUIDv7 made by the application, so that lists page by
 * id alone.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('workflows', table => {
    table.comment('Workflows that engineers drew');
    table.string('id', 36).primary();
    table.string('name', 120).notNullable();
    table.text('description').notNullable();
    table
      .string('owner_ref')
      .notNullable()
      .comment('Group ref of the owner; empty for a global workflow');
    table.boolean('enabled').notNullable().defaultTo(false);
    table.integer('latest_version').notNullable();
    table.integer('published_version').comment('The version that runs');
    table.text('definition').notNullable().comment('Of the latest version');
    table.bigInteger('created_at').notNullable();
    table.string('created_by').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.string('updated_by').notNullable();
    table.unique(['owner_ref', 'name']);
  });

  await knex.schema.createTable('workflow_versions', table => {
    table.comment('Every saved edit, immutable');
    table.string('id', 36).primary();
    table
      .string('workflow_id', 36)
      .notNullable()
      .references('workflows.id')
      .onDelete('CASCADE');
    table.integer('version').notNullable();
    table.text('definition').notNullable();
    table.string('author_ref').notNullable();
    table.text('note');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('published_at').comment('A version is published once');
    table.string('published_by');
    table.unique(['workflow_id', 'version']);
  });

  await knex.schema.createTable('workflow_changes', table => {
    table.comment('Append-only: what ran when can be recomputed from it');
    table.string('id', 36).primary();
    table
      .string('workflow_id', 36)
      .notNullable()
      .comment('No reference: the record outlives the workflow');
    table
      .string('change', 20)
      .notNullable()
      .comment('published | unpublished | enabled | disabled | deleted');
    table.integer('version');
    table.string('actor_ref').notNullable();
    table.bigInteger('created_at').notNullable();
    table.index(['workflow_id', 'id']);
  });

  await knex.schema.createTable('workflow_state', table => {
    table.comment('Single values, among them the revision of what may run');
    table.string('name', 40).primary();
    table.text('value').notNullable();
  });
  await knex('workflow_state').insert({ name: 'revision', value: '0' });

  await knex.schema.createTable('workflow_action_secrets', table => {
    table.comment('Credentials of actions, encrypted; never given back');
    table.string('id', 36).primary();
    table
      .string('workflow_id', 36)
      .notNullable()
      .references('workflows.id')
      .onDelete('CASCADE');
    table.string('name', 64).notNullable();
    table.string('key_id', 64).notNullable();
    table.string('nonce', 32).notNullable().comment('base64');
    table.text('ciphertext').notNullable().comment('base64, with the tag');
    table.text('allowed_hosts').notNullable().comment('JSON list');
    table.string('owner_ref').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.string('updated_by').notNullable();
    table.bigInteger('last_used_at');
    table.unique(['workflow_id', 'name']);
  });

  await knex.schema.createTable('incident_deliveries', table => {
    table.comment('The inbox: committed before the sender gets its answer');
    table.string('id', 36).primary();
    table.string('source_id', 120).notNullable();
    table.string('delivery_key').notNullable();
    table.text('body').notNullable().comment('As received');
    table.text('headers').notNullable().comment('Without credentials');
    table
      .string('state', 20)
      .notNullable()
      .comment('received | processed | ignored | failed');
    table.text('error').comment('Why it failed or was ignored');
    table.integer('attempts').notNullable().defaultTo(0);
    table.integer('epoch').notNullable().defaultTo(0);
    table.bigInteger('due_at').comment('Null when nothing is left to do');
    table.bigInteger('received_at').notNullable();
    table.bigInteger('processed_at');
    table.unique(['source_id', 'delivery_key']);
    table.index(['state', 'id']);
  });

  await knex.schema.createTable('incidents', table => {
    table.comment('What the events of each incident say together');
    table.string('id', 36).primary();
    table.string('source_id', 120).notNullable();
    table.string('incident_key', 1024).notNullable();
    table.string('status', 20).notNullable();
    table.integer('episode').notNullable();
    table.text('title').notNullable();
    table.string('entity_ref');
    table.string('owner_ref');
    table.string('system_ref');
    table.text('folded').notNullable().comment('JSON of the folded incident');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.unique(['source_id', 'incident_key']);
    table.index(['entity_ref', 'id']);
    table.index(['owner_ref', 'id']);
    table.index(['status', 'id']);
  });

  await knex.schema.createTable('incident_events', table => {
    table.comment('Append-only: what each delivery said, one row per event');
    table.string('id', 36).primary();
    table
      .string('incident_id', 36)
      .notNullable()
      .references('incidents.id')
      .onDelete('CASCADE');
    table
      .string('delivery_id', 36)
      .comment('Null for edits by hand; no reference: deliveries are removed');
    table
      .string('order_key', 400)
      .notNullable()
      .comment('Breaks ties of the source time');
    table.bigInteger('occurred_at').notNullable().comment("The sender's time");
    table.text('event').notNullable().comment('JSON of the normalised event');
    table
      .text('context')
      .notNullable()
      .comment('JSON of what the matcher saw: incident, entity, change');
    table.bigInteger('created_at').notNullable();
    table.unique(['incident_id', 'order_key']);
  });

  await knex.schema.createTable('workflow_executions', table => {
    table.comment('One run of a workflow for one incident');
    table.string('id', 36).primary();
    table
      .string('workflow_id', 36)
      .notNullable()
      .comment('No reference: the history outlives the workflow');
    table.string('workflow_name', 120).notNullable();
    table.integer('version').notNullable();
    table
      .text('definition_snapshot')
      .notNullable()
      .comment('Frozen: an edit never changes a run in flight');
    table.string('incident_id', 36);
    table.string('event_id', 36);
    table.string('entity_ref').comment('Frozen');
    table
      .string('owner_ref')
      .notNullable()
      .comment("Frozen: the workflow's owner; empty for a global one");
    table.string('trigger', 40).notNullable();
    table.text('trigger_context').notNullable().comment('JSON, frozen');
    table.string('status', 20).notNullable();
    table.string('reason_code', 40);
    table.text('reason');
    table.string('once_key');
    table
      .integer('epoch')
      .notNullable()
      .defaultTo(0)
      .comment('The fence: every write of a run names it');
    table
      .bigInteger('due_at')
      .comment(
        'When to go on; the end of the lease while running; null at the end',
      );
    table.bigInteger('resume_at').comment('Shown to people while waiting');
    table.bigInteger('active_ms').notNullable().defaultTo(0);
    table.string('parent_id', 36);
    table.string('root_id', 36);
    table.text('chain').comment('JSON list of workflow ids');
    table.string('mode', 10).notNullable().defaultTo('real');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('started_at');
    table.bigInteger('finished_at');
    table.unique(['workflow_id', 'once_key']);
    table.index(['workflow_id', 'id']);
    table.index(['incident_id', 'id']);
    table.index(['entity_ref', 'id']);
    table.index(['owner_ref', 'id']);
    table.index(['status', 'id']);
  });

  await knex.schema.createTable('workflow_execution_steps', table => {
    table.comment('One node of a run');
    table.string('id', 36).primary();
    table
      .string('execution_id', 36)
      .notNullable()
      .references('workflow_executions.id')
      .onDelete('CASCADE');
    table.string('node_id', 64).notNullable();
    table.string('state', 20).notNullable();
    table.string('branch', 5).comment('The way that a condition took');
    table.text('explanation').comment('JSON: why it went that way');
    table.string('effect_key');
    table.string('effect_state', 20);
    table
      .text('request')
      .comment('JSON, stored before it is sent; secrets as references');
    table.text('output').comment('JSON');
    table.text('error').comment('JSON of code and message');
    table.text('wait_token').comment('JSON of an action that waits');
    table.bigInteger('resume_at');
    table.bigInteger('started_at');
    table.bigInteger('finished_at');
    table.unique(['execution_id', 'node_id']);
  });

  await knex.schema.createTable('workflow_step_attempts', table => {
    table.comment('Each time that an action was tried');
    table.string('id', 36).primary();
    table
      .string('step_id', 36)
      .notNullable()
      .references('workflow_execution_steps.id')
      .onDelete('CASCADE');
    table.integer('attempt').notNullable();
    table.string('outcome', 20).comment('succeeded | failed | ambiguous');
    table.text('error').comment('JSON of code and message');
    table.text('response').comment('JSON, capped and scrubbed');
    table.bigInteger('started_at').notNullable();
    table.bigInteger('finished_at');
    table.unique(['step_id', 'attempt']);
  });

  for (const name of ['incident_deliveries', 'workflow_executions']) {
    await knex.raw('create index ?? on ?? (due_at) where due_at is not null', [
      `${name}_due_at_index`,
      name,
    ]);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of [
    'workflow_step_attempts',
    'workflow_execution_steps',
    'workflow_executions',
    'incident_events',
    'incidents',
    'incident_deliveries',
    'workflow_action_secrets',
    'workflow_state',
    'workflow_changes',
    'workflow_versions',
    'workflows',
  ]) {
    await knex.schema.dropTable(name);
  }
};
