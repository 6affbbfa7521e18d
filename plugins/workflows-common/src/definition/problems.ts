/**
 * Something wrong with a definition. An `error` blocks publishing; a `warning`
 * does not.
 *
 * @public
 */
export interface DefinitionProblem {
  /** A stable name for programs, for example `graph_cycle`. */
  code: ProblemCode;
  severity: 'error' | 'warning';
  /** The node to look at, when there is one. */
  nodeId?: string;
  /** The place in the definition, for example `nodes.2.data.config.url`. */
  path: string;
  /** What is wrong and what would be right. */
  message: string;
}

/** @public */
export type ProblemCode =
  | 'schema'
  /** A field that a form fills in is empty or wrong. */
  | 'field_value'
  | 'too_large'
  | 'newer_schema'
  | 'trigger_count'
  | 'trigger_never_fires'
  | 'node_id_duplicate'
  | 'edge_id_duplicate'
  | 'edge_end_unknown'
  | 'edge_to_self'
  | 'edge_into_trigger'
  | 'edge_handle'
  | 'edge_handle_taken'
  | 'graph_cycle'
  | 'node_orphan'
  | 'branch_open'
  | 'condition_depth'
  | 'action_unknown'
  | 'secret_unknown'
  | 'secret_host'
  | 'step_unknown'
  | 'step_not_upstream'
  | 'template_syntax'
  | 'entity_unknown'
  | 'field_unknown';

const DRAFT_PROBLEMS: readonly ProblemCode[] = [
  'field_value',
  'trigger_never_fires',
  'node_orphan',
  'branch_open',
  'action_unknown',
  'secret_unknown',
  'secret_host',
  'step_unknown',
  'step_not_upstream',
  'template_syntax',
];

/**
 * Whether a definition with this problem cannot even be saved. What a person
 * still has to finish (an empty field, an unconnected step, a missing secret) may
 * be saved as a draft and blocks publishing only; what no canvas can show is
 * refused.
 *
 * @public
 */
export function blocksSaving(problem: DefinitionProblem): boolean {
  return problem.severity === 'error' && !DRAFT_PROBLEMS.includes(problem.code);
}

/**
 * Whether a definition with this problem cannot be played in a dry run, which
 * reads it as a run would: it has to be whole.
 *
 * @public
 */
export function blocksDryRun(problem: DefinitionProblem): boolean {
  return problem.code === 'field_value' || blocksSaving(problem);
}

/**
 * Whether a definition with this problem cannot be published.
 *
 * @public
 */
export function blocksPublishing(problem: DefinitionProblem): boolean {
  return problem.severity === 'error';
}
