/* eslint-disable jest/no-export -- who writes a source calls it in a test */
/* eslint-disable jest/expect-expect -- the checks throw AssertionErrors */
import type { JsonObject } from '@backstage/types';
import type {
  IncidentSourceType,
  SourceRequest,
} from '../createIncidentSource';
import type { ExampleDelivery } from './ContractedSource';
import {
  checkNeedsCredentials,
  checkRefusesChangedBodies,
  checkRefusesOthers,
  checkTakesItsSender,
} from './credentialsContract';
import {
  checkKeysOfAnything,
  checkKnowsCopies,
  checkTellsDeliveriesApart,
} from './deliveryKeyContract';
import {
  checkGivesEvents,
  checkIsPure,
  checkSurvivesAnything,
} from './normaliseContract';

export type { ExampleDelivery } from './ContractedSource';

/**
 * Tests of what every incident source has to keep to, whatever its sender is:
 *
 * - it is not made without credentials, and refuses whoever has not the right
 *   ones, always with an `AuthenticationError`;
 * - copies of a delivery have one key, different deliveries have different ones;
 * - the same delivery gives the same events, whenever it is looked at;
 * - events are sound, and erase nothing that they do not know;
 * - whatever is missing from a body, or stands in it instead, leads to sound
 *   events, a reason to ignore it, or an error that says what is wrong.
 *
 * Call it at the top of a test file, where `describe` and `it` are global, as
 * they are in Jest. It makes the tests; the examples make them worth something.
 *
 * @public
 */
export function testIncidentSource(options: {
  type: IncidentSourceType;
  /** With credentials in `secrets` or `tokens`. */
  config: JsonObject;
  /** At least two different ones, by name; one of them gives an event. */
  deliveries: Record<string, ExampleDelivery>;
  /**
   * The headers, in lower case, by which the sender proves itself. A signed time
   * is that of `receivedAt`.
   */
  credentials: (request: SourceRequest) => Record<string, string>;
}): void {
  describe(`the contract of incident sources, for ${options.type.type}`, () => {
    it('needs credentials, unless it is said to be insecure', () =>
      checkNeedsCredentials(options));
    it('takes what its sender posts', () => checkTakesItsSender(options));
    it('refuses wrong credentials with an AuthenticationError', () =>
      checkRefusesOthers(options));
    it('refuses a changed body, if its sender signs', () =>
      checkRefusesChangedBodies(options));
    it('gives copies of a delivery one key', () => checkKnowsCopies(options));
    it('gives different deliveries different keys', () =>
      checkTellsDeliveriesApart(options));
    it('gives a key whatever the body is', () => checkKeysOfAnything(options));
    it('makes sound events', () => checkGivesEvents(options));
    it('makes the same events whenever it looks, and changes nothing', () =>
      checkIsPure(options));
    it('makes sense of any body, or says what is wrong', () =>
      checkSurvivesAnything(options));
  });
}
