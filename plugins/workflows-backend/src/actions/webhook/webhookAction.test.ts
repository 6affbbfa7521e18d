import { mockServices } from '@backstage/backend-test-utils';
import {
  type WebhookConfig,
  webhookConfigSchema,
} from 'backstage-plugin-workflows-common';
import type { EgressResponse } from 'backstage-plugin-workflows-node';
import {
  mockPrepareOptions,
  testWorkflowAction,
} from 'backstage-plugin-workflows-node/testUtils';
import { webhookAction } from './webhookAction';

const prepare = (config: Partial<WebhookConfig>) =>
  webhookAction.prepare(
    mockPrepareOptions<WebhookConfig>({
      config: { method: 'POST', url: 'https://hooks.example/x', ...config },
      effectKey: 'run.node',
      executionId: 'run',
    }),
  );

function run(
  answer: Partial<EgressResponse>,
  config: Partial<WebhookConfig> = {},
) {
  const fetch = jest.fn(async () => ({
    status: 200,
    headers: {},
    body: '',
    truncated: false,
    ...answer,
  }));
  const request = prepare({ body: { a: 1 }, ...config });
  const result = webhookAction.run({
    request,
    effectKey: 'run.node',
    attempt: 1,
    signal: AbortSignal.timeout(1_000),
    egress: { fetch },
    logger: mockServices.logger.mock(),
  });
  return { fetch, request, result };
}

const post = { method: 'POST', url: 'https://hooks.example/x' };

testWorkflowAction({
  action: webhookAction,
  configs: {
    'a JSON body': { config: { ...post, body: { a: [1, null] } } },
    'a form': { config: { ...post, form: { a: 'b c' } } },
    'a raw body': {
      config: { ...post, raw: { contentType: 'text/csv', text: 'a,b' } },
    },
    'a GET with credentials and conditions': {
      config: {
        ...post,
        method: 'GET',
        auth: { type: 'bearer', token: { secret: 'TOKEN' } },
        success: { conditions: [{ field: 'body.ok', value: true }] },
        keep: { id: 'body.id' },
      },
      answer: () => ({
        headers: { 'content-type': 'application/json' },
        body: '{"ok":true,"id":7}',
      }),
    },
  },
});

const json = { 'content-type': 'application/json; charset=utf-8' };

describe('the webhook action', () => {
  describe('prepares', () => {
    it('the whole request', () => {
      expect(
        prepare({
          url: 'https://hooks.example:8443/a/b?x=1#part',
          query: { 'a b': 'c&d', title: 'ä "quoted"' },
          headers: { 'X-Team': 'payments', Authorization: { secret: 'TOKEN' } },
          body: { title: 'say "hi"\u0000', list: [1, null] },
        }),
      ).toEqual({
        method: 'POST',
        url: 'https://hooks.example:8443/a/b?x=1&a+b=c%26d&title=%C3%A4+%22quoted%22',
        headers: {
          'Content-Type': 'application/json',
          'User-Agent': 'backstage-plugin-workflows',
          Accept: 'application/json, */*;q=0.5',
          'X-Team': 'payments',
          Authorization: { secret: 'TOKEN' },
          'Idempotency-Key': 'run.node',
          'Workflows-Execution-Id': 'run',
        },
        body: '{"title":"say \\"hi\\"\\u0000","list":[1,null]}',
      });
    });

    it('no body and no content type without one', () => {
      const request = prepare({ method: 'PUT' });
      expect(request).not.toHaveProperty('body');
      expect(request.headers).not.toHaveProperty('Content-Type');
    });

    it('a form, raw text, and credentials as references', () => {
      const form = prepare({ form: { 'a b': 'c&d', é: '=' } });
      expect(form.body).toBe('a+b=c%26d&%C3%A9=%3D');
      expect(form.headers['Content-Type']).toBe(
        'application/x-www-form-urlencoded',
      );
      const raw = prepare({ raw: { contentType: 'text/csv', text: 'a,b\n' } });
      expect(raw).toMatchObject({
        body: 'a,b\n',
        headers: { 'Content-Type': 'text/csv' },
      });
      const auth = {
        type: 'basic',
        username: 'me',
        password: { secret: 'PW' },
      } as const;
      expect(prepare({ auth }).auth).toEqual(auth);
      expect(prepare({ auth: { type: 'none' } })).not.toHaveProperty('auth');
    });

    it('the author’s content type instead of ours', () => {
      const { headers } = prepare({
        headers: { 'content-type': 'application/cloudevents+json' },
        body: {},
      });
      expect(headers['Content-Type']).toBe('application/cloudevents+json');
      expect(headers).not.toHaveProperty('content-type');
    });

    it.each<[string, Partial<WebhookConfig>]>([
      [
        'headers.X-A would hold a line break or NUL, which',
        { headers: { 'X-A': 'a\r\nX-B: c' } },
      ],
      [
        'headers.X-A would hold a line break or NUL, which',
        { headers: { 'X-A': 'a\u0000' } },
      ],
      ['headers.X-A', { headers: { 'X-A': '🔥' } }],
      ['headers.x-a', { headers: { 'X-A': '1', 'x-a': '2' } }],
      ['headers.Host', { headers: { Host: 'inside' } }],
      ['headers.idempotency-key', { headers: { 'idempotency-key': '1' } }],
      ['form', { body: {}, form: {} }],
      ['raw', { body: 1, raw: { contentType: 'text/plain', text: 'x' } }],
      ['body', { method: 'GET', body: {} }],
      ['raw.contentType', { raw: { contentType: 'a\nX: b', text: 'x' } }],
      [
        'headers.Authorization',
        {
          headers: { authorization: 'me' },
          auth: { type: 'bearer', token: { secret: 'TOKEN' } },
        },
      ],
      ['url', { url: 'https://a:b@hooks.example' }],
      ['url', { url: 'https://hooks.example:port' }],
    ])('nothing when %s is wrong', (field, config) => {
      expect(() => prepare(config)).toThrow(`Nothing was sent: ${field} `);
    });

    it.each([
      'https://{{ incident.service }}/x',
      'https://hooks.example:{{ p }}/x',
      '{{ url }}',
      'https:/{{ x }}',
      'ftp://hooks.example',
    ])('nothing of a URL with a template before the path: %s', url => {
      expect(
        webhookConfigSchema.safeParse({ method: 'POST', url }).success,
      ).toBe(false);
    });
  });

  describe('judges an answer by', () => {
    const ok = (more: Partial<EgressResponse> = {}) => ({
      headers: json,
      body: '{"ok":true,"issue":{"id":7}}',
      ...more,
    });

    it('the statuses that count', async () => {
      const success = { statuses: ['2xx', '404'] };
      await run(ok({ status: 404 }), { success }).result;
      await expect(
        run(ok({ status: 409 }), { success }).result,
      ).rejects.toMatchObject({ code: 'http_status' });
      await expect(
        run(ok({ status: 200 }), { success: { statuses: ['201'] } }).result,
      ).rejects.toMatchObject({ code: 'http_status' });
    });

    it('conditions, and says which did not hold', async () => {
      const success = {
        conditions: [
          { field: 'body.ok', value: true },
          {
            field: 'headers.content-type',
            operator: 'contains',
            value: 'json',
          },
        ],
      } as WebhookConfig['success'];
      await run(ok(), { success }).result;
      await expect(
        run(ok({ body: '{"ok":false}' }), { success }).result,
      ).rejects.toMatchObject({
        code: 'not_successful',
        retryable: false,
        message: expect.stringContaining('body.ok equals did not hold'),
      });
    });

    it('and keeps what it is asked to', async () => {
      const keep = { id: 'body.issue.id', none: 'body.x.y', code: 'status' };
      const { result, fetch } = run(ok(), { keep });
      expect(await result).toMatchObject({
        output: { status: 200, values: { id: 7, none: null, code: 200 } },
      });
      expect(((await result) as any).output).not.toHaveProperty('body');
      expect(fetch.mock.calls[0]).not.toHaveProperty('[0].answer');
    });

    it('every digit of an integer', async () => {
      const { result } = run(
        ok({ body: '{"id":12345678901234567890,"f":1.5,"n":7}' }),
      );
      expect(await result).toMatchObject({
        output: { body: { id: '12345678901234567890', f: 1.5, n: 7 } },
      });
    });
  });

  describe('reads', () => {
    it('an answer in JSON as a value', async () => {
      const { fetch, request, result } = run({
        status: 201,
        headers: json,
        body: '{"id":7}',
      });
      expect(await result).toEqual({
        status: 'done',
        output: { status: 201, body: { id: 7 } },
        response: { status: 201, body: { id: 7 } },
      });
      expect(fetch).toHaveBeenCalledWith(request, {
        signal: expect.any(AbortSignal),
      });
    });

    it.each<[string, Partial<EgressResponse>]>([
      ['of another type', { body: '{"id":7}', headers: {} }],
      ['that is broken', { body: '{"id":', headers: json }],
      [
        'that nests too deeply to be stored as a value',
        { body: '['.repeat(200_000) + ']'.repeat(200_000), headers: json },
      ],
      [
        'that nests more deeply than templates look',
        { body: '['.repeat(101) + ']'.repeat(101), headers: json },
      ],
      ['that was cut', { body: '[1]', headers: json, truncated: true }],
    ])('an answer %s as text', async (_, answer) => {
      expect(await run(answer).result).toMatchObject({
        output: { body: answer.body },
      });
    });

    it.each([408, 425, 429, 500, 503, 599])('%s as "later"', async status => {
      await expect(
        run({ status, headers: { 'retry-after': '7' } }).result,
      ).rejects.toMatchObject({
        code: 'http_status',
        retryable: true,
        ambiguous: false,
        retryAfterMs: 7_000,
        response: { status },
      });
    });

    it.each([300, 304, 400, 401, 403, 404, 405, 409, 410, 422])(
      '%s as a failure that says what to do',
      async status => {
        const error = await run({ status }).result.catch(e => e);
        expect(error).toMatchObject({ code: 'http_status', retryable: false });
        expect(error.message).toMatch(
          new RegExp(`^hooks.example answered ${status}: .+\\.$`),
        );
        expect(error).not.toHaveProperty('status');
      },
    );
  });
});
