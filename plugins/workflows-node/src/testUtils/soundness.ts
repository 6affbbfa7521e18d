import { incidentEventSchema } from 'backstage-plugin-workflows-common';
import { strict as assert } from 'node:assert';
import type { NormalisedDelivery } from '../createIncidentSource';

/** Longer keys are told by their digest, which is the plugin's business. */
const MAX_KEY = 1_024;

/** Events that can be kept, or a reason why there are none. */
export function assertSound(outcome: NormalisedDelivery, place: string): void {
  const { events, ignored } = outcome;
  if (!events) {
    assert.ok(
      typeof ignored === 'string' && ignored !== '',
      `${place}: gives neither events nor why it is ignored`,
    );
    return;
  }
  assert.equal(ignored, undefined, `${place}: gives events and ignores them`);
  assert.notEqual(
    events.length,
    0,
    `${place}: gives no events, and not why it is ignored`,
  );
  events.forEach((event, index) => {
    const checked = incidentEventSchema.safeParse({
      ...event,
      incidentKey: event.incidentKey.slice(0, MAX_KEY),
    });
    const [issue] = checked.error?.issues ?? [];
    assert.ok(
      checked.success,
      `${place}: event ${index}, ${issue?.path.join('.')}: ${issue?.message}`,
    );
    for (const [field, value] of Object.entries(event.patch)) {
      assert.notEqual(
        value,
        '',
        `${place}: event ${index}, patch.${field} is an empty text, which would erase what was known; leave it out`,
      );
    }
  });
}

const MISTAKES = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'];

/** An error that somebody wrote, for the person who has to look at the delivery. */
export function assertDescribed(error: unknown, place: string): void {
  const { name, message, stack } = error as Partial<Error>;
  assert.ok(
    name && message && !MISTAKES.includes(name),
    `${place}: throws ${name}, which says nothing to who has to look at the delivery: ${stack}`,
  );
}
