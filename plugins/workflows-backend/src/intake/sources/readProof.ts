import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  type HmacScheme,
  type IncidentSource,
  readHmac,
  readTokens,
} from 'backstage-plugin-workflows-node';

/**
 * How a sender that may sign, present a token or both proves itself: what the
 * configuration names has to be right, each of it.
 *
 * @throws InputError when the source names neither and does not say `insecure`
 */
export function readProof(
  config: Config,
  scheme: HmacScheme,
): Pick<IncidentSource, 'verifyHeaders' | 'verify'> {
  const signs = config.has('secrets');
  const presentsToken = config.has('tokens');
  if (!signs && !presentsToken) {
    if (config.getOptionalBoolean('insecure')) {
      return { verify: () => {} };
    }
    throw new InputError(
      'secrets or tokens must name at least one (insecure: true accepts deliveries without any, for trying things out)',
    );
  }
  const verifySignature = signs ? readHmac(config, scheme) : () => {};
  const verifyHeaders = presentsToken ? readTokens(config) : () => {};
  return {
    verifyHeaders,
    verify(request) {
      verifyHeaders(request.headers);
      verifySignature(request);
    },
  };
}
