import { CustomErrorBase } from '@backstage/errors';

/** A body that is refused before it is looked at, with the status that says why. */
export class RequestBodyError extends CustomErrorBase {
  name = 'RequestBodyError' as const;

  constructor(readonly statusCode: 413 | 415, message: string) {
    super(message);
  }
}
