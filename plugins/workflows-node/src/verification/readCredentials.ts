import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * The `secrets` or `tokens` of a source; all of them are accepted, so that they
 * can be rotated.
 *
 * @returns an empty list only for a source that says `insecure: true`
 * @throws InputError when there are none, or one of them is empty
 * @public
 */
export function readCredentials(
  config: Config,
  key: 'secrets' | 'tokens',
): string[] {
  const credentials = config.getOptionalStringArray(key) ?? [];
  const kind = key.slice(0, -1);
  if (credentials.some(credential => credential.trim() === '')) {
    throw new InputError(`${key} must not hold an empty ${kind}`);
  }
  if (credentials.length === 0 && !config.getOptionalBoolean('insecure')) {
    throw new InputError(
      `${key} must name at least one ${kind} (insecure: true accepts deliveries without any, for trying things out)`,
    );
  }
  return credentials;
}
