import { strict as assert } from 'node:assert';
import {
  type ContractedSource,
  createSource,
  requestOf,
} from './ContractedSource';
import { OTHER_VALUES } from './disfigured';

const A_DAY_LATER = '2026-11-23T12:00:00.000Z';

/** Of copies the keys are the same, whoever passed them on, and whenever. */
export function checkKnowsCopies(contracted: ContractedSource): void {
  const source = createSource(contracted);
  for (const [name, delivery] of Object.entries(contracted.deliveries)) {
    const key = source.deliveryKey(requestOf(delivery));
    const copy = requestOf(delivery, A_DAY_LATER);
    assert.ok(typeof key === 'string' && key !== '', `${name} has no key`);
    assert.equal(
      source.deliveryKey({
        ...copy,
        headers: { ...copy.headers, 'x-forwarded-for': '192.0.2.7' },
      }),
      key,
      `a copy of ${name} has another key`,
    );
  }
}

export function checkTellsDeliveriesApart(contracted: ContractedSource): void {
  const source = createSource(contracted);
  const names = new Map<string, string>();
  for (const [name, delivery] of Object.entries(contracted.deliveries)) {
    const key = source.deliveryKey(requestOf(delivery));
    assert.ok(!names.has(key), `${name} has the key of ${names.get(key)}`);
    names.set(key, name);
  }
  assert.ok(names.size >= 2, 'the contract test needs two deliveries');
}

/** The key is made before anybody looked at what the body says. */
export function checkKeysOfAnything(contracted: ContractedSource): void {
  const source = createSource(contracted);
  for (const [what, body] of Object.entries(OTHER_VALUES)) {
    const key = source.deliveryKey(requestOf({ body: body() }));
    assert.equal(typeof key, 'string', `of ${what} as the body`);
  }
}
