/*
 * The tables' rows as Knex gives them. PostgreSQL gives bigint as text and
 * SQLite booleans as numbers; `conversion.ts` is the only reader of such columns.
 */

/** A bigint column: milliseconds since the epoch. */
export type Millis = number | string;

export interface WorkflowRow {
  id: string;
  name: string;
  description: string;
  /** Empty for a global workflow. */
  owner_ref: string;
  enabled: boolean | number;
  latest_version: number;
  published_version: number | null;
  definition: string;
  created_at: Millis;
  created_by: string;
  updated_at: Millis;
  updated_by: string;
  /** When it was enabled last. */
  enabled_at: Millis | null;
  /** When the version that runs began to run. */
  active_at: Millis | null;
}

export interface WorkflowVersionRow {
  id: string;
  workflow_id: string;
  version: number;
  definition: string;
  author_ref: string;
  note: string | null;
  created_at: Millis;
  published_at: Millis | null;
  published_by: string | null;
}

export interface WorkflowChangeRow {
  id: string;
  workflow_id: string;
  change: 'published' | 'unpublished' | 'enabled' | 'disabled' | 'deleted';
  version: number | null;
  actor_ref: string;
  created_at: Millis;
}

export interface WorkflowActionSecretRow {
  id: string;
  workflow_id: string;
  name: string;
  key_id: string;
  nonce: string;
  ciphertext: string;
  allowed_hosts: string;
  owner_ref: string;
  created_at: Millis;
  updated_at: Millis;
  updated_by: string;
  last_used_at: Millis | null;
}

export interface IncidentDeliveryRow {
  id: string;
  source_id: string;
  delivery_key: string;
  body: string;
  headers: string;
  state: 'received' | 'processed' | 'ignored' | 'failed';
  error: string | null;
  attempts: number;
  epoch: number;
  due_at: Millis | null;
  received_at: Millis;
  processed_at: Millis | null;
}

export interface IncidentRow {
  id: string;
  source_id: string;
  incident_key: string;
  status: string;
  episode: number;
  title: string;
  entity_ref: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  /** JSON of EntityResolution. */
  entity_resolution: string | null;
  folded: string;
  last_occurred_at: Millis | null;
  last_order_key: string | null;
  created_at: Millis;
  updated_at: Millis;
  epoch: number;
  /** When an age trigger may fire next. */
  due_at: Millis | null;
  open_since: Millis | null;
  open_known_at: Millis | null;
  unacknowledged_since: Millis | null;
  unacknowledged_known_at: Millis | null;
  /** Age triggers were looked at until then. */
  aged_until: Millis | null;
}

export interface IncidentEventRow {
  id: string;
  incident_id: string;
  delivery_id: string | null;
  actor_ref: string | null;
  caused_by: string | null;
  order_key: string;
  occurred_at: Millis;
  event: string;
  context: string;
  created_at: Millis;
}

export interface WorkflowExecutionRow {
  id: string;
  workflow_id: string;
  workflow_name: string;
  version: number;
  definition_snapshot: string;
  incident_id: string | null;
  event_id: string | null;
  entity_ref: string | null;
  owner_ref: string;
  trigger: string;
  trigger_context: string;
  status: string;
  reason_code: string | null;
  reason: string | null;
  once_key: string | null;
  epoch: number;
  due_at: Millis | null;
  resume_at: Millis | null;
  active_ms: Millis;
  parent_id: string | null;
  root_id: string | null;
  chain: string | null;
  mode: 'real' | 'test';
  /** JSON of InheritedEffects. */
  inherited: string | null;
  requested_by: string | null;
  concurrency: number | null;
  stop_when_resolved: boolean | number | null;
  stop_code: 'incident_resolved' | null;
  created_at: Millis;
  started_at: Millis | null;
  finished_at: Millis | null;
}

export interface WorkflowExecutionStepRow {
  id: string;
  execution_id: string;
  node_id: string;
  state: string;
  branch: 'true' | 'false' | null;
  explanation: string | null;
  effect_key: string | null;
  effect_state: string | null;
  request: string | null;
  output: string | null;
  error: string | null;
  wait_token: string | null;
  resume_at: Millis | null;
  started_at: Millis | null;
  finished_at: Millis | null;
}

export interface WorkflowStepAttemptRow {
  id: string;
  step_id: string;
  attempt: number;
  outcome: 'succeeded' | 'failed' | 'ambiguous' | null;
  error: string | null;
  response: string | null;
  started_at: Millis;
  finished_at: Millis | null;
}
