import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  IncidentSource,
  IncidentSourceType,
  NormalisedDelivery,
  SourceRequest,
} from '../createIncidentSource';

/** When the examples arrive. */
export const RECEIVED_AT = '2026-11-22T12:00:00.000Z';

/**
 * A delivery as the sender posts it, without credentials.
 *
 * @public
 */
export interface ExampleDelivery {
  body: JsonValue;
  /** Lower-case names. */
  headers?: Record<string, string>;
}

/** What the checks of the contract need to know of a source. */
export interface ContractedSource {
  type: IncidentSourceType;
  /** With credentials. */
  config: JsonObject;
  /** By name. */
  deliveries: Record<string, ExampleDelivery>;
  /** The headers by which the sender proves itself. */
  credentials: (request: SourceRequest) => Record<string, string>;
}

export function createSource(
  { type, config }: ContractedSource,
  changes: JsonObject = {},
): IncidentSource {
  return type.create(new ConfigReader({ ...config, ...changes }));
}

/** A delivery as it arrives; the credentials are added by who needs them. */
export function requestOf(
  { body, headers = {} }: ExampleDelivery,
  receivedAt: string = RECEIVED_AT,
): SourceRequest {
  return {
    headers: { 'content-type': 'application/json', ...headers },
    rawBody: Buffer.from(JSON.stringify(body)),
    receivedAt,
  };
}

export function normalise(
  source: IncidentSource,
  delivery: ExampleDelivery,
): NormalisedDelivery {
  const { headers, receivedAt } = requestOf(delivery);
  return source.normalise({ headers, body: delivery.body, receivedAt });
}
