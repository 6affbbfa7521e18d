import type { Config } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import type { IncidentEvent } from 'backstage-plugin-workflows-common';

/**
 * A delivery as it arrived.
 *
 * @public
 */
export interface SourceRequest {
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  /** The exact bytes. */
  rawBody: Buffer;
  /** By our clock, ISO 8601; what a signed time is measured against. */
  receivedAt: string;
}

/**
 * A kept delivery, to be made sense of.
 *
 * @public
 */
export interface SourceDelivery {
  headers: Readonly<Record<string, string | undefined>>;
  body: JsonValue;
  /** ISO 8601; for senders that do not say when something happened. */
  receivedAt: string;
}

/**
 * What a delivery says: events, or why it says nothing of an incident.
 *
 * @public
 */
export type NormalisedDelivery =
  | { events: IncidentEvent[]; ignored?: undefined }
  | { events?: undefined; ignored: string };

/**
 * One configured sender. All functions are pure.
 *
 * @public
 */
export interface IncidentSource {
  /**
   * Refuses by the headers alone, before the body is read: for senders that
   * present a token. `verify` is called all the same.
   *
   * @throws `AuthenticationError` of `@backstage/errors`
   */
  verifyHeaders?(headers: SourceRequest['headers']): void;
  /**
   * @throws `AuthenticationError` of `@backstage/errors`
   */
  verify(request: SourceRequest): void;
  /** The same for every copy of one delivery, different for different ones. */
  deliveryKey(request: SourceRequest): string;
  /**
   * @throws Error with the place in the body, when it cannot be made sense of
   */
  normalise(delivery: SourceDelivery): NormalisedDelivery;
}

/**
 * A kind of sender, made into a source by each entry of its `type` under
 * `workflows.sources` in the configuration.
 *
 * @public
 */
export interface IncidentSourceType {
  /** What `type` in the configuration says, for example `alertmanager`. */
  type: string;
  /**
   * @throws `InputError` that names the key when the configuration is wrong
   */
  create(config: Config): IncidentSource;
}

/**
 * Makes a kind of sender.
 *
 * @public
 */
export function createIncidentSource(
  sourceType: IncidentSourceType,
): IncidentSourceType {
  return sourceType;
}
