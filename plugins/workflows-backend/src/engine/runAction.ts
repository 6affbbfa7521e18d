import type {
  AttemptRecord,
  StepRecord,
} from '../database/operations/steps/StepRecord';
import { type ActionNode, type AfterNode, type Run, putStep } from './Run';
import { attemptAction } from './attemptAction';
import { checkAction } from './checkAction';
import { prepareAction } from './prepareAction';
import { resolveDoubt } from './resolveDoubt';
import { INTERRUPTED, failStep } from './settleStep';

/**
 * Goes on with an action node from where its step stands:
 *
 * - new: the request is made and stored, then sent;
 * - waiting with a token: the action looks whether it is done;
 * - inherited from the run that this one retries: with its key and its request,
 *   and in doubt or not, as it was left;
 * - in doubt, by an ambiguous end or because a crash cut an attempt off: the doubt
 *   is resolved first;
 * - otherwise it is time for the next attempt.
 */
export async function runAction(
  run: Run,
  node: ActionNode,
  step: StepRecord,
): Promise<AfterNode> {
  const { actionType } = node.data;
  const action = run.engine.actions.get(actionType);
  if (!action) {
    const effectState =
      step.effectState === 'sent' ? 'in_doubt' : step.effectState;
    return failStep(
      run,
      { ...closeCutOff(run, step), effectState },
      {
        code: 'action_unknown',
        message: `The action "${actionType}" is not installed in this portal; ask its administrators, or change the workflow.`,
      },
    );
  }
  if (!step.request) {
    const effectKey = step.effectKey ?? `${step.executionId}.${node.id}`;
    const prepared = await prepareAction(run, node, action, effectKey);
    return 'error' in prepared
      ? failStep(
          run,
          { ...step, effectKey, effectState: 'none' },
          prepared.error,
        )
      : attemptAction(run, node, action, {
          ...step,
          effectKey,
          request: prepared.request,
        });
  }
  const known = closeCutOff(run, step);
  if (known.waitToken) {
    return checkAction(run, node, action, known, known.waitToken.token);
  }
  return known.effectState === 'in_doubt'
    ? resolveDoubt(run, node, action, known)
    : attemptAction(run, node, action, known);
}

/** An attempt without an outcome was under way when its worker ended. */
function closeCutOff(run: Run, step: StepRecord): StepRecord {
  const last = step.attempts.at(-1);
  if (!last || last.outcome) {
    return step;
  }
  const closed: AttemptRecord = {
    ...last,
    outcome: 'ambiguous',
    error: {
      code: INTERRUPTED,
      message:
        'The portal stopped while the request was under way; it may have taken effect.',
    },
  };
  return putStep(run, { ...step, effectState: 'in_doubt' }, closed);
}
