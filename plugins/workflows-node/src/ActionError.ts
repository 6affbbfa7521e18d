import type { JsonObject } from '@backstage/types';

/** @public */
export interface ActionErrorOptions {
  /** A stable name for programs, for example `http_status`. */
  code: string;
  /** Whether another attempt may succeed. Default false. */
  retryable?: boolean;
  /**
   * Whether the effect may have taken place all the same, as after a timeout
   * once the request was sent. Default false.
   */
  ambiguous?: boolean;
  /** The receiver's wish for the next attempt, in milliseconds from now. */
  retryAfterMs?: number;
  /** What the receiver answered, for the history. Holds no secret. */
  response?: JsonObject;
}

/**
 * Why an attempt of an action failed, and what that means for the next one. The
 * message is one sentence for people that says what to do; it holds no secret.
 *
 * @public
 */
export class ActionError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly ambiguous: boolean;
  readonly retryAfterMs?: number;
  readonly response?: JsonObject;

  constructor(message: string, options: ActionErrorOptions) {
    super(message);
    this.name = 'ActionError';
    this.code = options.code;
    this.retryable = options.retryable ?? false;
    this.ambiguous = options.ambiguous ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.response = options.response;
  }
}
