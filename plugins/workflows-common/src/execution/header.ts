/**
 * The header by which a request of a run names its execution. What the request
 * leads to is known as following from it, so that workflows that set each other
 * off are stopped.
 *
 * @public
 */
export const EXECUTION_ID_HEADER = 'Workflows-Execution-Id';
