import { strict as assert } from 'node:assert';
import type { NormalisedDelivery } from '../createIncidentSource';
import { atClock } from './atClock';
import {
  type ContractedSource,
  createSource,
  normalise,
} from './ContractedSource';
import { deepFreeze } from './deepFreeze';
import { disfigured } from './disfigured';
import { assertDescribed, assertSound } from './soundness';

/** A source that ignores all of the examples does nothing. */
export function checkGivesEvents(contracted: ContractedSource): void {
  const source = createSource(contracted);
  const all = Object.entries(contracted.deliveries).map(([name, delivery]) => {
    const outcome = normalise(source, delivery);
    assertSound(outcome, name);
    return outcome;
  });
  assert.ok(
    all.some(({ events }) => events),
    'none of the deliveries gives an event',
  );
}

/** A kept delivery may be looked at again, years later, by another replica. */
export function checkIsPure(contracted: ContractedSource): void {
  for (const [name, delivery] of Object.entries(contracted.deliveries)) {
    const frozen = deepFreeze(structuredClone(delivery));
    const outcomeAt = (time: string): NormalisedDelivery =>
      atClock(time, () => normalise(createSource(contracted), frozen));
    const outcome = outcomeAt('2001-01-01T00:00:00Z');
    assert.deepEqual(
      outcomeAt('2040-01-01T00:00:00Z'),
      outcome,
      `${name} depends on when it is looked at`,
    );
    const source = createSource(contracted);
    normalise(source, frozen);
    assert.deepEqual(
      normalise(source, frozen),
      outcome,
      `${name} depends on what was looked at before`,
    );
  }
}

/**
 * Whatever comes, and whatever is missing: events that are sound, a reason to
 * ignore it, or an error that says what is wrong.
 */
export function checkSurvivesAnything(contracted: ContractedSource): void {
  const source = createSource(contracted);
  for (const [name, delivery] of Object.entries(contracted.deliveries)) {
    for (const { what, body } of disfigured(delivery.body)) {
      const place = `${name}, ${what}`;
      let outcome: NormalisedDelivery;
      try {
        outcome = normalise(source, { ...delivery, body });
      } catch (error) {
        assertDescribed(error, place);
        continue;
      }
      assertSound(outcome, place);
    }
  }
  assert.equal(
    ({} as { polluted?: unknown }).polluted,
    undefined,
    'the prototype of all objects was changed',
  );
}
