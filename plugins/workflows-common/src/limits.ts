/**
 * What one workflow, run or request may hold. Exceeding a limit is refused
 * with an error that names the limit; nothing is cut silently.
 *
 * @public
 */
export const LIMITS = {
  /** Nodes of one definition. */
  nodes: 200,
  /** Edges of one definition. */
  edges: 400,
  /** Notes of one definition. */
  notes: 100,
  /** Size of one note, in UTF-16 code units. */
  noteChars: 10_000,
  /** Size of one definition as JSON, in UTF-16 code units. */
  definitionChars: 512_000,
  /** How deeply condition groups nest. */
  conditionDepth: 8,
  /** Leaves of one condition group, nested ones included. */
  conditionLeaves: 100,
  /** Attempts of one action, the first one included. */
  attempts: 20,
  /** Longest delay of one delay node: 30 days, in milliseconds. */
  delayMs: 30 * 24 * 3_600_000,
  /** Longest active time of one execution: 1 hour, in milliseconds. */
  timeoutMs: 3_600_000,
  /** Largest limit of a workflow's runs at a time. */
  concurrency: 1_000,
  /** Longest single attempt of an action: 5 minutes, in milliseconds. */
  attemptTimeoutMs: 300_000,
  /** Template context of one run, as JSON, in UTF-16 code units. */
  contextChars: 256_000,
  /** Templates in the config of one step. */
  templatesPerConfig: 200,
  /** Uses of filters in one step's templates together. */
  filterUses: 500,
  /** Steps of work of one step's templates with loops together, shared out evenly. */
  loopWork: 30_000,
  /** Characters that the filters of one step's templates work on together. */
  filterChars: 300_000,
  /** What the templates of one step render to, as JSON, in UTF-16 code units. */
  renderedChars: 512_000,
  /** Stored output of one step, as JSON, in UTF-16 code units. */
  outputChars: 64_000,
  /** Runs in a row that each led to the next one. */
  chain: 3,
  /** Nesting of an inbound body. */
  bodyDepth: 100,
  /** Size of an inbound hook body, in bytes. */
  hookBodyBytes: 2 * 1024 * 1024,
} as const;
