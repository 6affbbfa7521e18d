/* eslint-disable jest/no-export -- who writes an action calls it in a test */
/* eslint-disable jest/expect-expect -- the checks throw AssertionErrors */
import type { WorkflowAction } from '../createWorkflowAction';
import { checkHearsItsSignal } from './abortContract';
import {
  checkDescribesItself,
  checkExamples,
  checkSchemas,
} from './actionSchemaContract';
import type { ExampleConfig } from './ContractedAction';
import { checkFailsReadably, checkLooksHonestly } from './failureContract';
import { checkPreparesPurely, checkSamples } from './prepareContract';
import {
  checkDoesIt,
  checkSendsItsKey,
  checkSendsTheSame,
} from './runContract';

export type { ExampleConfig } from './ContractedAction';

/**
 * Tests of what every action has to keep to, whatever it does:
 *
 * - its schemas make a form: JSON Schema without transforms, every field with a
 *   title;
 * - `prepare` is pure, and gives JSON; a sample fits the output's schema;
 * - it reaches the network by `egress` alone, and a second attempt sends the same
 *   bytes; if it is keyed, what it sends depends on the key;
 * - its output fits its schema;
 * - whatever its receiver answers, it ends well or throws an `ActionError`, and
 *   its probe never takes a failure for an answer;
 * - it ends when its signal aborts.
 *
 * Call it at the top of a test file, where `describe` and `it` are global, as
 * they are in Jest. It makes the tests; the examples make them worth something.
 *
 * @public
 */
export function testWorkflowAction(options: {
  action: WorkflowAction;
  /** At least one, by name: each thing that the action can do. */
  configs: Record<string, ExampleConfig>;
}): void {
  describe(`the contract of actions, for ${options.action.id}`, () => {
    it('describes itself', () => checkDescribesItself(options));
    it('has schemas that a form can be made of', () => checkSchemas(options));
    it('takes its examples', () => checkExamples(options));
    it('prepares the same request whenever it is asked', () =>
      checkPreparesPurely(options));
    it('gives samples that fit', () => checkSamples(options));
    it('does it, by egress alone', () => checkDoesIt(options));
    it('sends the same bytes on every attempt', () =>
      checkSendsTheSame(options));
    it('sends its key, if it is keyed', () => checkSendsItsKey(options));
    it('fails with an ActionError, whatever is answered', () =>
      checkFailsReadably(options));
    it('looks honestly, if it probes', () => checkLooksHonestly(options));
    it('ends when its signal aborts', () => checkHearsItsSignal(options));
  });
}
