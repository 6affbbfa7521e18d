import type { Config } from '@backstage/config';
import {
  type HmacScheme,
  createIncidentSource,
} from 'backstage-plugin-workflows-node';
import { bodyDigest } from '../bodyDigest';
import { mapEvents } from '../mapping/mapEvents';
import { readConditions } from '../mapping/readConditions';
import { readMapping } from '../mapping/readMapping';
import { readSignatureOrToken } from '../signatureOrToken';
import { eventsIn } from './eventsIn';
import { readHmacScheme } from './readHmacScheme';

/** Any sender of JSON, of whose fields the configuration says where they are. */
export const genericSource = createIncidentSource({
  type: 'generic',
  create(config) {
    const mapping = readMapping(config);
    const ignore = readConditions(config, 'ignore');
    const eventsPath = config.getOptionalString('events');
    const idHeader = config
      .getOptionalString('deliveryIdHeader')
      ?.toLowerCase();
    return {
      ...readSignatureOrToken(config, schemeOf(config)),
      deliveryKey: request =>
        (idHeader && request.headers[idHeader]) || bodyDigest(request),
      normalise({ body, receivedAt }) {
        const events = eventsIn(body, eventsPath);
        return events.length > 0
          ? mapEvents({ events, receivedAt, mapping, ignore })
          : { ignored: `The list at ${eventsPath} is empty` };
      },
    };
  },
});

/** Without secrets nothing is signed, and the scheme is not looked at. */
function schemeOf(config: Config): HmacScheme {
  return config.has('secrets')
    ? readHmacScheme(config.getConfig('signature'))
    : { header: '', encoding: 'hex' };
}
