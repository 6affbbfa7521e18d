import type { JsonValue } from '@backstage/types';
import { toNumber } from './order';

/**
 * A text that two values share whenever the `equals` operator finds them equal,
 * so that values can be looked up. Different values may share one, too: what is
 * found by it is still to be compared. `undefined` for what has none: lists,
 * objects and null.
 *
 * @public
 */
export function equalityKey(value: JsonValue | undefined): string | undefined {
  if (
    typeof value !== 'string' &&
    typeof value !== 'number' &&
    typeof value !== 'boolean'
  ) {
    return undefined;
  }
  const number = toNumber(value);
  return Number.isNaN(number) ? `text:${value}` : `number:${number}`;
}
