import { strict as assert } from 'node:assert';
import {
  type ContractedAction,
  assertJson,
  forEachExample,
  play,
} from './ContractedAction';
import { withoutNetwork } from './withoutNetwork';

/** Ends well, with what later steps may rely on, by no other way than egress. */
export async function checkDoesIt(contracted: ContractedAction) {
  const { action } = contracted;
  await forEachExample(contracted, async example => {
    const { value, tried } = await withoutNetwork(() => play(action, example));
    assert.deepEqual(tried, [], `it reaches for ${tried}, and not for egress`);
    assertJson(value.output, 'the output');
    const { error } = action.schema.output.safeParse(value.output);
    assert.ok(!error, `the output does not fit schema.output: ${error}`);
  });
}

/** Whoever gets the second attempt must be able to see that it is one. */
export async function checkSendsTheSame(contracted: ContractedAction) {
  const { action } = contracted;
  await forEachExample(contracted, async example => {
    const first = await play(action, example);
    const second = await play(action, example);
    assert.deepEqual(
      second.sent,
      first.sent,
      'a second attempt of the same request sends something else',
    );
  });
}

/** A receiver can tell copies by nothing else. */
export async function checkSendsItsKey(contracted: ContractedAction) {
  const { action } = contracted;
  if (action.effect !== 'keyed') {
    return;
  }
  await forEachExample(contracted, async example => {
    const one = await play(action, example, { effectKey: 'one.step' });
    const other = await play(action, example, { effectKey: 'other.step' });
    assert.ok(
      one.sent.length === 0 ||
        JSON.stringify(one.sent) !== JSON.stringify(other.sent),
      'it says that it is keyed, and sends nothing that depends on the key',
    );
  });
}
