import type { JsonObject, JsonValue } from '@backstage/types';
import { strict as assert } from 'node:assert';
import type { ActionResult, WorkflowAction } from '../createWorkflowAction';
import type { EgressRequest } from '../egress';
import { deepFreeze } from './deepFreeze';
import { type ExampleAnswer, mockActionContext } from './mockActionContext';
import { mockPrepareOptions } from './mockPrepareOptions';

/**
 * A config with which an action does something, with its templates filled in.
 *
 * @public
 */
export interface ExampleConfig {
  config: JsonObject;
  /** What the receiver answers, so that the action ends well. */
  answer?: ExampleAnswer;
}

/** What the checks of the contract need to know of an action. */
export interface ContractedAction {
  action: WorkflowAction;
  /** By name. */
  configs: Record<string, ExampleConfig>;
}

/** More looks than a test's receiver lets an action wait. */
const MOST_LOOKS = 20;

export function prepare(
  action: WorkflowAction,
  config: JsonObject,
  effectKey?: string,
): JsonObject {
  return action.prepare(
    deepFreeze(
      structuredClone(
        mockPrepareOptions({ config, ...(effectKey && { effectKey }) }),
      ),
    ),
  );
}

/** Runs an action to its end, with all that it waits for in between. */
export async function play(
  action: WorkflowAction,
  { config, answer }: ExampleConfig,
  options: { effectKey?: string; signal?: AbortSignal } = {},
): Promise<{ output: JsonValue; sent: EgressRequest[] }> {
  const request = deepFreeze(prepare(action, config, options.effectKey));
  const context = mockActionContext({ request, answer, ...options });
  let result: ActionResult = await action.run(context);
  for (let looks = 0; result.status === 'waiting'; looks++) {
    const { token, checkAfterMs } = result;
    assert.ok(action.check, 'it waits, and has no check');
    assert.ok(looks < MOST_LOOKS, `it still waits after ${looks} looks`);
    assert.ok(checkAfterMs >= 0, `checkAfterMs is ${checkAfterMs}`);
    assertJson(token, 'the token');
    result = await action.check(context, structuredClone(token));
  }
  assert.equal(
    result?.status,
    'done',
    'its result is neither done nor waiting',
  );
  return { output: result.output, sent: context.sent };
}

/** What is stored comes back as it was. */
export function assertJson(value: unknown, what: string): void {
  const text = JSON.stringify(value);
  assert.ok(text !== undefined, `${what} is no JSON`);
  // Both cloned: objects of another realm, as under Jest, would count as others.
  assert.deepEqual(
    structuredClone(JSON.parse(text)),
    structuredClone(value),
    `${what} is no JSON`,
  );
}

/** Calls a check for each example, and names the one that fails. */
export async function forEachExample(
  { configs }: ContractedAction,
  check: (example: ExampleConfig, name: string) => void | Promise<void>,
): Promise<void> {
  for (const [name, example] of Object.entries(configs)) {
    try {
      await check(example, name);
    } catch (error) {
      throw new assert.AssertionError({
        message: `${name}: ${(error as Error)?.message ?? error}`,
      });
    }
  }
}
