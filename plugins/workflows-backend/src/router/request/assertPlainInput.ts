import { InputError } from '@backstage/errors';
import { LIMITS } from 'backstage-plugin-workflows-common';

/**
 * Refuses what valid JSON may hold and nothing later should meet: nesting that
 * overflows a recursive function, `__proto__` as a key, and NUL, which
 * PostgreSQL cannot keep. Walks with a list of its own, not by recursion.
 *
 * @throws InputError that names the place
 */
export function assertPlainInput(input: unknown, name: string): void {
  const left: Array<{ value: unknown; path: string; depth: number }> = [
    { value: input, path: name, depth: 0 },
  ];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string' && value.includes('\u0000')) {
      throw new InputError(`${path} must not contain the NUL character`);
    }
    if (typeof value === 'object' && value !== null) {
      if (depth >= LIMITS.bodyDepth) {
        throw new InputError(
          `${name} must not nest deeper than ${LIMITS.bodyDepth} levels`,
        );
      }
      for (const [key, child] of Object.entries(value)) {
        if (key === '__proto__' || key.includes('\u0000')) {
          throw new InputError(`${path} must not have the key "${key}"`);
        }
        left.push({ value: child, path: `${path}.${key}`, depth: depth + 1 });
      }
    }
  }
}
