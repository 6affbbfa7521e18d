import { strict as assert } from 'node:assert';
import { atClock } from './atClock';
import {
  type ContractedAction,
  assertJson,
  forEachExample,
  prepare,
} from './ContractedAction';
import { withoutNetwork } from './withoutNetwork';

/** What is stored before the first attempt is what every attempt sends. */
export async function checkPreparesPurely(contracted: ContractedAction) {
  const { action } = contracted;
  await forEachExample(contracted, async ({ config }) => {
    const { value: request, tried } = await withoutNetwork(() =>
      atClock('2001-01-01T00:00:00Z', () => prepare(action, config)),
    );
    assert.deepEqual(tried, [], `prepare reaches for ${tried}`);
    assertJson(request, 'the request');
    assert.equal(
      JSON.stringify(
        atClock('2040-01-01T00:00:00Z', () => prepare(action, config)),
      ),
      JSON.stringify(request),
      'prepare gives something else the second time, as with a clock or chance',
    );
  });
}

/** Later steps of a dry run go on with it. */
export async function checkSamples(contracted: ContractedAction) {
  const { sampleOutput, schema } = contracted.action;
  await forEachExample(contracted, ({ config }) => {
    if (sampleOutput) {
      const { error } = schema.output.safeParse(sampleOutput(config));
      assert.ok(!error, `sampleOutput does not fit schema.output: ${error}`);
    }
  });
}
