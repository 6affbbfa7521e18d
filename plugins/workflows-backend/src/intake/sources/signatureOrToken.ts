import type { Config } from '@backstage/config';
import {
  type HmacScheme,
  type IncidentSource,
  readHmac,
  readTokens,
} from 'backstage-plugin-workflows-node';

/**
 * How a sender proves itself that signs in its newer form only: by a signature,
 * unless the configuration has `tokens` and no `secrets`. With both it needs both.
 *
 * @throws InputError when there is neither, and the source is not `insecure`
 */
export function readSignatureOrToken(
  config: Config,
  scheme: HmacScheme,
): Pick<IncidentSource, 'verify' | 'verifyHeaders'> {
  if (!config.has('tokens')) {
    return { verify: readHmac(config, scheme) };
  }
  const verifyHeaders = readTokens(config);
  const verifySignature = config.has('secrets')
    ? readHmac(config, scheme)
    : () => {};
  return {
    verifyHeaders,
    verify(request) {
      verifyHeaders(request.headers);
      verifySignature(request);
    },
  };
}
