import { strict as assert } from 'node:assert';
import { ActionError } from '../ActionError';
import type { EgressResponse } from '../egress';
import {
  type ContractedAction,
  type ExampleConfig,
  forEachExample,
  play,
  prepare,
} from './ContractedAction';
import { type ExampleAnswer, mockActionContext } from './mockActionContext';

const json = { 'content-type': 'application/json' };

/** What receivers answer on bad days. */
const ANSWERS: Record<string, Partial<EgressResponse> | ActionError> = {
  ...Object.fromEntries(
    [400, 401, 403, 404, 409, 410, 422, 429, 500, 502, 503].map(status => [
      `status ${status}`,
      { status, headers: { 'retry-after': '7' }, body: '<html>No</html>' },
    ]),
  ),
  'an empty answer': { body: '' },
  'a page instead of JSON': { headers: json, body: '<html>Welcome</html>' },
  'null instead of an object': { headers: json, body: 'null' },
  'a list instead of an object': { headers: json, body: '[]' },
  'an object of something else': { headers: json, body: '{"a":{"b":[1]}}' },
  'half an answer': { headers: json, body: '{"id":', truncated: true },
  'no answer in time': new ActionError('Nobody answered in time.', {
    code: 'timeout',
    retryable: true,
    ambiguous: true,
  }),
  'no such host': new ActionError('There is no such host.', {
    code: 'dns_failed',
  }),
};

/** The person who looks at the step reads what it throws, and the engine decides by it. */
export async function checkFailsReadably(contracted: ContractedAction) {
  const { action } = contracted;
  await forEachExample(contracted, async example => {
    for (const { place, answer } of await badDays(contracted, example)) {
      try {
        await play(action, { ...example, answer });
      } catch (error) {
        assertReadable(error, place);
      }
    }
  });
}

/** Who could not look does not know, and must not say that there is nothing. */
export async function checkLooksHonestly(contracted: ContractedAction) {
  const { action } = contracted;
  if (!action.probe) {
    return;
  }
  await forEachExample(contracted, async ({ config }) => {
    const request = prepare(action, config);
    for (const [place, failure] of Object.entries(ANSWERS)) {
      const context = mockActionContext({
        request,
        answer: () => give(failure),
        sinceSentMs: 3_600_000,
      });
      let found: unknown;
      try {
        ({ found } = await action.probe!(context));
      } catch (error) {
        assertReadable(error, place);
        continue;
      }
      assert.ok(
        context.sent.length === 0 || found !== false || mayMeanNothing(failure),
        `${place}: the probe says that there is nothing, though it could not look`,
      );
    }
  });
}

/** Such an answer to a search, or to a look at one thing, may mean that there is nothing. */
function mayMeanNothing(failure: Partial<EgressResponse> | ActionError) {
  return (
    !(failure instanceof ActionError) &&
    ([404, 410].includes(failure.status ?? 200) || failure.body === '[]')
  );
}

/** Each failure in place of each answer that the example needs. */
async function badDays(
  { action }: ContractedAction,
  example: ExampleConfig,
): Promise<Array<{ place: string; answer: ExampleAnswer }>> {
  const { sent } = await play(action, example);
  return sent.flatMap((_, index) =>
    Object.entries(ANSWERS).map(([name, failure]) => ({
      place: `${name} to request ${index + 1}`,
      answer: (request, before) =>
        before === index
          ? give(failure)
          : example.answer?.(request, before) ?? {},
    })),
  );
}

function give(failure: Partial<EgressResponse> | ActionError) {
  if (failure instanceof ActionError) {
    throw failure;
  }
  return failure;
}

function assertReadable(error: unknown, place: string): void {
  const { name, message, stack } = error as Partial<Error>;
  assert.ok(
    error instanceof ActionError,
    `${place}: throws ${name}, not an ActionError: ${stack ?? error}`,
  );
  assert.ok(message?.trim(), `${place}: throws an error without a message`);
  assert.ok(error.code, `${place}: throws an error without a code`);
  assert.ok(
    !('status' in error) && !('statusCode' in error),
    `${place}: throws an error with a status, which would become the portal's own`,
  );
}
