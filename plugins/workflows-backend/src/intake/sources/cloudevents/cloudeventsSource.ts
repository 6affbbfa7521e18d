import type { JsonValue } from '@backstage/types';
import {
  type SourceRequest,
  createIncidentSource,
  readTokens,
} from 'backstage-plugin-workflows-node';
import { bodyDigest } from '../bodyDigest';
import { mapEvents } from '../mapping/mapEvents';
import { readConditions } from '../mapping/readConditions';
import { readMapping } from '../mapping/readMapping';
import { cloudEventsIn } from './cloudEventsIn';
import { readTypes } from './readTypes';

/** CloudEvents over HTTP, of which the configuration says what they mean. */
export const cloudeventsSource = createIncidentSource({
  type: 'cloudevents',
  create(config) {
    const verifyHeaders = readTokens(config);
    const mapping = readMapping(config, { occurredAt: 'time' });
    const ignore = readConditions(config, 'ignore');
    const types = readTypes(config);
    return {
      verifyHeaders,
      verify: ({ headers }) => verifyHeaders(headers),
      deliveryKey,
      normalise({ headers, body, receivedAt }) {
        const all = cloudEventsIn({ headers, body });
        if (all.length === 0) {
          return { ignored: 'The batch is empty' };
        }
        const events = all
          .filter(({ event }) => !types || types.has(event.type))
          .map(placed => ({
            ...placed,
            status: types?.get(placed.event.type),
          }));
        return events.length > 0
          ? mapEvents({ events, receivedAt, mapping, ignore })
          : {
              ignored: `By the configuration: ${all[0].event.type} is not one of types`,
            };
      },
    };
  },
});

/** Source and id together name an event; a batch is its bytes. */
function deliveryKey(request: SourceRequest): string {
  try {
    const body: JsonValue = JSON.parse(request.rawBody.toString('utf8'));
    const events = cloudEventsIn({ headers: request.headers, body });
    const [{ event }] = events;
    return Array.isArray(body) && events.length !== 1
      ? bodyDigest(request)
      : JSON.stringify([event.source, event.id]);
  } catch {
    return bodyDigest(request);
  }
}
