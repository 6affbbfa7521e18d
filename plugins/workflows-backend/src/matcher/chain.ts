import { LIMITS } from 'backstage-plugin-workflows-common';
import type { NewExecution } from '../database/operations/executions/insertExecutions';

/**
 * Why a run is not made although its workflow matches: runs led to the event,
 * and the workflow is one of theirs, or there are too many of them. Pure.
 *
 * @param chain - ids of the workflows whose runs led to the event, the first one first
 * @param nameOf - the workflows' names
 */
export function chainProblem(options: {
  workflow: { id: string; name: string };
  chain: readonly string[];
  nameOf: (id: string) => string;
}): NewExecution['skipped'] {
  const { workflow, chain, nameOf } = options;
  const way = [...chain.map(nameOf), workflow.name]
    .map(name => `"${name}"`)
    .join(' → ');
  if (chain.includes(workflow.id)) {
    return {
      reasonCode: 'chain_cycle',
      reason: `Its own run led to the event that would start it again: ${way}.`,
    };
  }
  return chain.length >= LIMITS.chain
    ? {
        reasonCode: 'chain_too_deep',
        reason: `At most ${LIMITS.chain} runs may lead to one another: ${way}.`,
      }
    : undefined;
}
