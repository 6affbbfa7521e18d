import { InputError } from '@backstage/errors';
import {
  createIncidentSource,
  readTokens,
} from 'backstage-plugin-workflows-node';
import { bodyDigest } from '../bodyDigest';
import { mapBody } from '../mapping/mapEvent';
import { readFieldMapping } from '../mapping/readMapping';

/** Any sender of JSON whose fields the configuration names by dot paths. */
export const genericSource = createIncidentSource({
  type: 'generic',
  create(config) {
    const verifyHeaders = readTokens(config);
    const mapping = readFieldMapping(config);
    return {
      verifyHeaders,
      verify: ({ headers }) => verifyHeaders(headers),
      deliveryKey: bodyDigest,
      normalise({ body, receivedAt }) {
        if (body === null || typeof body !== 'object' || Array.isArray(body)) {
          throw new InputError('the body: must be a JSON object');
        }
        return { events: [mapBody({ body, receivedAt, mapping })] };
      },
    };
  },
});
