import { ResponseError } from '@backstage/errors';
import { errorMessage } from './errorMessage';

const answer = (body: string) =>
  ResponseError.fromResponse({
    ok: false,
    status: 409,
    statusText: 'Conflict',
    headers: new Map([['content-type', 'application/json']]),
    text: async () => body,
  } as any);

describe('errorMessage', () => {
  it('says what the backend said', async () => {
    const error = await answer(
      JSON.stringify({
        error: { name: 'ConflictError', message: 'The run has ended' },
        response: { statusCode: 409 },
      }),
    );

    expect(errorMessage(error)).toBe('The run has ended');
  });

  it('says what happened when no backend answered', () => {
    expect(errorMessage(new TypeError('Failed to fetch'))).toBe(
      'Failed to fetch',
    );
  });
});
