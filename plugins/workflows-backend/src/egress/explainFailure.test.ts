import { explainFailure } from './explainFailure';

const failed = (code: string | undefined, connected: boolean) => {
  const controller = new AbortController();
  return explainFailure(
    Object.assign(new Error('while sending "Bearer c4n4ry" to 10.0.0.1'), {
      code,
      cause: new Error('c4n4ry'),
    }),
    { host: 'api.example', connected, signal: controller.signal },
  );
};

describe('a request without an answer', () => {
  it.each<[string | undefined, boolean, string, object]>([
    ['ECONNREFUSED', false, '(ECONNREFUSED)', { code: 'connect_failed' }],
    ['CERT_HAS_EXPIRED', false, '(CERT_HAS_EXPIRED)', { code: 'tls_failed' }],
    ['ECONNRESET', true, '(ECONNRESET)', { code: 'connection_lost' }],
    ['UND_ERR_INVALID_ARG', false, 'not valid', { code: 'request_invalid' }],
    [undefined, false, 'api.example', { code: 'connect_failed' }],
    ['c4n4ry, not a code', true, 'api.example', { code: 'connection_lost' }],
  ])(
    'is told by its code (%s), and never by the error’s own text',
    (code, connected, said, expected) => {
      const error = failed(code, connected);
      expect(error).toMatchObject({ ...expected, ambiguous: connected });
      expect(error.message).toContain(said);
      expect(error.message).not.toMatch(/c4n4ry|10\.0\.0\.1/);
      expect(error.cause).toBeUndefined();
    },
  );
});
