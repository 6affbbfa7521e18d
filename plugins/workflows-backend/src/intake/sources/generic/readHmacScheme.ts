import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HmacScheme } from 'backstage-plugin-workflows-node';

const ALGORITHMS = ['sha256', 'sha512', 'sha1'] as const;
const ENCODINGS = ['hex', 'base64'] as const;

/**
 * The `signature` of a source: how its sender writes the HMAC of the body.
 *
 * @throws InputError that names the key of what is wrong
 */
export function readHmacScheme(config: Config): HmacScheme {
  return {
    header: config.getString('header').toLowerCase(),
    algorithm: oneOf(config, 'algorithm', ALGORITHMS),
    encoding: oneOf(config, 'encoding', ENCODINGS),
    prefix: config.getOptionalString('prefix'),
    separator: config.getOptionalString('separator'),
  };
}

function oneOf<T extends string>(
  config: Config,
  key: string,
  values: readonly T[],
): T {
  const text = config.getOptionalString(key) ?? values[0];
  const value = values.find(candidate => candidate === text);
  if (!value) {
    throw new InputError(
      `signature.${key} must be one of ${values.join(', ')}, found '${text}'`,
    );
  }
  return value;
}
