import { InputError } from '@backstage/errors';
import {
  type ErrorRequestHandler,
  type RequestHandler,
  Router,
  json,
} from 'express';
import { assertPlainInput } from './request/assertPlainInput';
import { RequestBodyError } from './RequestBodyError';

const LIMIT = '2mb';

/**
 * Reads a JSON body and refuses every other one: too large, of another type,
 * malformed, or of a shape that later code should never see.
 */
export function readBody(): Router {
  const router = Router();
  router.use(assertJson);
  router.use(json({ limit: LIMIT }));
  router.use(refuse);
  router.use((req, _res, next) => {
    assertPlainInput(req.body, 'body');
    assertPlainInput(req.query, 'query');
    next();
  });
  return router;
}

const assertJson: RequestHandler = (req, _res, next) => {
  // `null` says that there is no body, `false` that it is of another type.
  const other =
    req.is('application/json') === false &&
    req.headers['content-length'] !== '0';
  next(
    other
      ? new RequestBodyError(
          415,
          `The body must be application/json, not ${
            req.headers['content-type'] ?? 'without a content type'
          }`,
        )
      : undefined,
  );
};

/** Gives what body-parser throws a Backstage name; the body's text is not repeated. */
const refuse: ErrorRequestHandler = (error, _req, _res, next) => {
  if (error.type === 'entity.too.large') {
    next(new RequestBodyError(413, `The body is larger than ${LIMIT}`));
  } else if (error.status === 415) {
    next(new RequestBodyError(415, error.message));
  } else if (error.type === 'entity.parse.failed') {
    const position = /position (\d+)/.exec(error.message)?.[1];
    next(
      new InputError(
        `The body is not valid JSON${
          position ? ` (position ${position})` : ''
        }`,
      ),
    );
  } else if (String(error.code).startsWith('Z_')) {
    next(
      new InputError(
        'The body is not compressed as the header Content-Encoding says',
      ),
    );
  } else {
    next(error);
  }
};
