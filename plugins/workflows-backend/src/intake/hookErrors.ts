import { CustomErrorBase } from '@backstage/errors';

/*
 * Answers of a hook that `@backstage/errors` has no class for. Backstage's error
 * middleware takes the status from `statusCode`.
 */

export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;

  constructor(limit: number) {
    super(`The body is larger than ${limit} bytes`);
  }
}

export class MethodNotAllowedError extends CustomErrorBase {
  name = 'MethodNotAllowedError' as const;
  readonly statusCode = 405;
}

/** The connection ended before the body did; nobody is there to be answered. */
export class SenderGoneError extends CustomErrorBase {
  name = 'SenderGoneError' as const;
  readonly statusCode = 400;
}

export class UnsupportedMediaTypeError extends CustomErrorBase {
  name = 'UnsupportedMediaTypeError' as const;
  readonly statusCode = 415;
}
