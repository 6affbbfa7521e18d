import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import zlib from 'node:zlib';
import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import type { EgressRequest } from 'backstage-plugin-workflows-node';
import { Receiver } from '../engine/testing/receiver';
import { specialRange } from './addresses';
import { EgressGateway } from './EgressGateway';
import type { SecretResolver } from './SecretResolver';
import type { Lookup } from './connector';
import { readEgressConfig } from './readEgressConfig';

const MATRIX = join(
  __dirname,
  '../../../../../shared/contracts/ssrf-matrix.txt',
);

const post = (
  url: string,
  rest: Partial<EgressRequest> = {},
): EgressRequest => ({
  method: 'POST',
  url,
  body: '{}',
  ...rest,
});

const NO_SECRETS: SecretResolver = {
  resolve: async () => {
    throw new Error('no secrets here');
  },
};

describe('EgressGateway', () => {
  const receivers: Receiver[] = [];
  afterEach(async () => {
    await Promise.all(receivers.splice(0).map(started => started.stop()));
  });

  async function startReceiver(
    answer?: Parameters<typeof Receiver.start>[0],
  ): Promise<Receiver> {
    const started = await Receiver.start(answer);
    receivers.push(started);
    return started;
  }

  function egress(
    options: {
      allow?: string[];
      deny?: string[];
      allowPublic?: boolean;
      secrets?: SecretResolver;
      lookup?: Lookup;
    } = {},
  ) {
    const { lookup, secrets = NO_SECRETS, ...config } = options;
    return EgressGateway.create({
      lookup,
      config: readEgressConfig(
        mockServices.rootConfig({ data: { workflows: { egress: config } } }),
      ),
    }).for({ workflowId: 'w1', secrets });
  }

  const signal = () => AbortSignal.timeout(5_000);

  it('sends and gives the answer back', async () => {
    const there = await startReceiver((_, response) => {
      response.writeHead(418, { 'X-Kind': 'teapot' });
      response.end('short and stout');
    });
    const answer = await egress({ allow: [there.host] }).fetch(
      post(`${there.url}/pot?size=2`, { headers: { 'X-Tea': 'green' } }),
      { signal: signal() },
    );
    expect(answer).toMatchObject({
      status: 418,
      body: 'short and stout',
      truncated: false,
    });
    expect(answer.headers['x-kind']).toBe('teapot');
    expect(there.received).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: '/pot?size=2',
        body: '{}',
      }),
    ]);
    expect(there.received[0].headers['x-tea']).toBe('green');
  });

  describe('addresses', () => {
    const lines = existsSync(MATRIX)
      ? readFileSync(MATRIX, 'utf8').split('\n')
      : [];
    const ifThere = lines.length ? describe : describe.skip;
    ifThere(`of ${MATRIX}, where it is there,`, () => {
      it('are refused in every spelling', async () => {
        const spellings = lines
          .filter(line => line.startsWith('http'))
          .map(line => line.split(' ')[0]);
        expect(spellings.length).toBeGreaterThan(15);
        const there = await startReceiver();
        for (const spelling of spellings) {
          await expect(
            egress().fetch(post(`${spelling}:${there.port}/`), {
              signal: signal(),
            }),
          ).rejects.toMatchObject({ ambiguous: false });
        }
        expect(there.received).toEqual([]);
      });

      it('are judged by their range', () => {
        const judged = lines
          .map(line => /^(\S+)\s+(?:true|false) (true|false)$/.exec(line))
          .filter(match => match !== null);
        expect(judged.length).toBeGreaterThan(15);
        for (const [, address, blocked] of judged) {
          expect([address, String(Boolean(specialRange(address)))]).toEqual([
            address,
            blocked,
          ]);
        }
      });
    });

    it.each([
      'http://127.0.0.1',
      'http://2130706433',
      'http://0x7f.1',
      'http://0177.0.0.1',
      'http://127.1',
      'http://①②⑦.⓪.⓪.①',
      'http://127.0.0.1.',
      'http://localhost',
      'http://0.0.0.0',
      'http://[::]',
      'http://[::1]',
      'http://[::ffff:7f00:1]',
      'https://169.254.169.254',
    ])('refuses %s', async base => {
      const there = await startReceiver();
      await expect(
        egress().fetch(post(`${base}:${there.port}/`), { signal: signal() }),
      ).rejects.toMatchObject({ code: 'egress_refused', retryable: false });
      expect(there.received).toEqual([]);
    });

    it('refuses a name when any of its answers is bad, and resolves it once', async () => {
      const lookup = jest.fn(async () => [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
      await expect(
        egress({ lookup }).fetch(post('http://mixed.example'), {
          signal: signal(),
        }),
      ).rejects.toMatchObject({ code: 'egress_refused' });
      expect(lookup).toHaveBeenCalledTimes(1);
    });

    it('connects to the answer that it checked, not to a later one', async () => {
      const there = await startReceiver();
      const lookup = jest
        .fn()
        .mockResolvedValueOnce([{ address: '127.0.0.1', family: 4 }])
        .mockRejectedValue(new Error('asked twice'));
      const name = `internal.example:${there.port}`;
      await egress({ lookup, allow: [name] }).fetch(post(`http://${name}/`), {
        signal: signal(),
      });
      expect(there.received[0].headers.host).toBe(name);
    });

    it('does not let a wildcard lead inside', async () => {
      const lookup = async () => [{ address: '10.0.0.1', family: 4 }];
      await expect(
        egress({ lookup, allow: ['*.example.com'] }).fetch(
          post('http://a.example.com'),
          { signal: signal() },
        ),
      ).rejects.toMatchObject({ code: 'egress_refused' });
    });

    it('refuses what is on the deny list, by name and by address', async () => {
      const there = await startReceiver();
      const options = { allow: [there.host], deny: ['127.0.0.1'] };
      await expect(
        egress(options).fetch(post(there.url), { signal: signal() }),
      ).rejects.toThrow('workflows.egress.deny');
      const lookup = async () => [{ address: '8.8.8.8', family: 4 }];
      await expect(
        egress({ lookup, deny: ['8.8.8.8'] }).fetch(post('http://x.example'), {
          signal: signal(),
        }),
      ).rejects.toThrow('workflows.egress.deny');
    });

    it('refuses what is on no list when public hosts need one', async () => {
      const lookup = jest.fn();
      await expect(
        egress({ lookup, allowPublic: false }).fetch(post('http://x.example'), {
          signal: signal(),
        }),
      ).rejects.toThrow('workflows.egress.allow');
      expect(lookup).not.toHaveBeenCalled();
    });

    it.each([
      'ftp://x.example',
      '/path',
      'http://user:pw@x.example',
      'data:,x',
    ])('refuses the URL %s', async url => {
      await expect(
        egress().fetch(post(url), { signal: signal() }),
      ).rejects.toMatchObject({ code: 'request_invalid' });
    });
  });

  describe('answers', () => {
    it.each([
      ['gzip', zlib.gzipSync],
      ['deflate', zlib.deflateSync],
      ['br', zlib.brotliCompressSync],
    ])(
      'inflates %s, and stops a bomb at the cap',
      async (encoding, compress) => {
        const there = await startReceiver((request, response) => {
          response.setHeader('Content-Encoding', encoding);
          response.end(
            compress(
              request.path === '/bomb' ? Buffer.alloc(30_000_000, 65) : 'small',
            ),
          );
        });
        const door = egress({ allow: [there.host] });
        expect(
          await door.fetch(post(there.url), { signal: signal() }),
        ).toMatchObject({ body: 'small', truncated: false });
        const bomb = await door.fetch(post(`${there.url}/bomb`), {
          signal: signal(),
        });
        expect(bomb.truncated).toBe(true);
        expect(bomb.body).toHaveLength(1024 * 1024);
      },
    );

    it('cuts an endless answer', async () => {
      const there = await startReceiver((_, response) => {
        const more = () => {
          while (response.write(Buffer.alloc(65_536, 65)));
          response.once('drain', more);
        };
        more();
      });
      const answer = await egress({ allow: [there.host] }).fetch(
        post(there.url),
        { signal: signal() },
      );
      expect(answer.truncated).toBe(true);
      expect(answer.body).toHaveLength(1024 * 1024);
    });

    it.each([
      ['gzip', 'not gzip'],
      ['zap', 'unknown'],
    ])('keeps the status of an answer in broken %s', async (encoding, body) => {
      const there = await startReceiver((_, response) => {
        response.setHeader('Content-Encoding', encoding);
        response.end(body);
      });
      expect(
        await egress({ allow: [there.host] }).fetch(post(there.url), {
          signal: signal(),
        }),
      ).toMatchObject({ status: 200, body: '', truncated: true });
    });
  });

  describe('failures', () => {
    const dripping = (_: unknown, response: ServerResponse) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 5);
      response.on('close', () => clearInterval(timer));
    };

    it.each([
      ['drips', dripping],
      ['hangs', () => {}],
    ])('ends in time when the receiver %s, in doubt', async (_, answer) => {
      const there = await startReceiver(answer);
      await expect(
        egress({ allow: [there.host] }).fetch(post(there.url), {
          signal: AbortSignal.timeout(100),
        }),
      ).rejects.toMatchObject({
        code: 'timeout',
        ambiguous: true,
        retryable: true,
      });
    });

    it('knows that nothing was sent when the time is over before a connection', async () => {
      const lookup = () => new Promise<never>(() => {});
      await expect(
        egress({ lookup }).fetch(post('http://slow.example'), {
          signal: AbortSignal.timeout(20),
        }),
      ).rejects.toMatchObject({ code: 'timeout', ambiguous: false });
    });

    it('is in doubt when the connection breaks after sending', async () => {
      const there = await startReceiver((_, response) => response.destroy());
      await expect(
        egress({ allow: [there.host] }).fetch(post(there.url), {
          signal: signal(),
        }),
      ).rejects.toMatchObject({ code: 'connection_lost', ambiguous: true });
    });

    it('is not in doubt when there is no one, or no name', async () => {
      const there = await startReceiver();
      const { url, host } = there;
      await there.stop();
      receivers.length = 0;
      await expect(
        egress({ allow: [host] }).fetch(post(url), { signal: signal() }),
      ).rejects.toMatchObject({
        code: 'connect_failed',
        ambiguous: false,
        retryable: true,
      });
      const lookup = async () => {
        throw new Error('ENOTFOUND');
      };
      await expect(
        egress({ lookup }).fetch(post('http://nowhere.example'), {
          signal: signal(),
        }),
      ).rejects.toMatchObject({ code: 'dns_failed', retryable: true });
    });

    it('explains a secure connection to a plain port', async () => {
      const there = await startReceiver();
      await expect(
        egress({ allow: [there.host] }).fetch(
          post(there.url.replace('http:', 'https:')),
          { signal: signal() },
        ),
      ).rejects.toMatchObject({ ambiguous: false });
    });

    it('refuses a header that is not valid HTTP, without showing it', async () => {
      const there = await startReceiver();
      await expect(
        egress({ allow: [there.host] }).fetch(
          post(there.url, { headers: { 'X-A': 'canary\r\nX-B: 1' } }),
          { signal: signal() },
        ),
      ).rejects.toThrow(/^((?!canary).)*$/s);
      expect(there.received).toEqual([]);
    });
  });

  describe('secrets', () => {
    const resolve = jest.fn(async () => 'Bearer c4n4ry-value');
    const headers = { Authorization: { secret: 'TOKEN' } };
    beforeEach(() => resolve.mockClear());

    it('puts them in for the host, and takes them out of the answer', async () => {
      const there = await startReceiver((request, response) => {
        const sent = request.headers.authorization!;
        response.setHeader('X-Echo', sent);
        response.end(JSON.stringify({ sent, b64: btoa(`u:${sent}`) }));
      });
      const answer = await egress({
        allow: [there.host],
        secrets: { resolve },
      }).fetch(post(there.url, { headers }), { signal: signal() });
      expect(resolve).toHaveBeenCalledWith('TOKEN', there.host);
      expect(there.received[0].headers.authorization).toBe(
        'Bearer c4n4ry-value',
      );
      expect(JSON.stringify(answer)).not.toMatch(/c4n4ry|YzRuNHJ5/);
      expect(answer.headers['x-echo']).toBe('[redacted]');
    });

    it.each([
      ['http://api.example/', 'api.example:80'],
      ['http://api.example:8080/', 'api.example:8080'],
      ['https://api.example/', 'api.example'],
      ['https://api.example:8443/', 'api.example:8443'],
    ])('are asked for %s as %s', async (url, host) => {
      resolve.mockRejectedValueOnce(new NotAllowedError('not for it'));
      await expect(
        egress({ secrets: { resolve } }).fetch(post(url, { headers }), {
          signal: signal(),
        }),
      ).rejects.toMatchObject({ code: 'secret_refused' });
      expect(resolve).toHaveBeenCalledWith('TOKEN', host);
    });

    it('is not asked for a host that is refused', async () => {
      await expect(
        egress({ deny: ['x.example'], secrets: { resolve } }).fetch(
          post('https://x.example', { headers }),
          { signal: signal() },
        ),
      ).rejects.toMatchObject({ code: 'egress_refused' });
      expect(resolve).not.toHaveBeenCalled();
    });

    it.each([
      [new NotAllowedError('TOKEN is not for x'), 'secret_refused', false],
      [new Error('select canary from'), 'secret_unavailable', true],
    ])(
      'sends nothing when there is none: %s',
      async (error, code, retryable) => {
        const there = await startReceiver();
        resolve.mockRejectedValueOnce(error);
        await expect(
          egress({ allow: [there.host], secrets: { resolve } }).fetch(
            post(there.url, { headers }),
            { signal: signal() },
          ),
        ).rejects.toMatchObject({
          code,
          retryable,
          ambiguous: false,
          message: expect.not.stringContaining('canary'),
        });
        expect(there.received).toEqual([]);
      },
    );
  });
});
