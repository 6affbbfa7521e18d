import type { ServerResponse } from 'node:http';
import zlib from 'node:zlib';
import { mockServices } from '@backstage/backend-test-utils';
import { EgressGateway } from '../egress/EgressGateway';
import type { Lookup } from '../egress/connector';
import { readEgressConfig } from '../egress/readEgressConfig';
import { Receiver } from '../engine/testing/receiver';

const SECRET = 'c4n4ry-value+/=';

describe('hostile receivers', () => {
  const receivers: Receiver[] = [];
  afterEach(() =>
    Promise.all(receivers.splice(0).map(started => started.stop())),
  );

  async function start(answer?: Parameters<typeof Receiver.start>[0]) {
    const started = await Receiver.start(answer);
    receivers.push(started);
    return started;
  }

  function door(
    egress: { allow: string[]; perHostConcurrency?: number },
    lookup?: Lookup,
  ) {
    return EgressGateway.create({
      lookup,
      config: readEgressConfig(
        mockServices.rootConfig({
          data: { workflows: { egress: { allowPublic: false, ...egress } } },
        }),
      ),
    }).for({
      workflowId: 'w1',
      secrets: { resolve: async () => SECRET },
    });
  }

  const get = (url: string) => ({ method: 'GET', url });

  it('that change their address after the first request are checked again', async () => {
    const there = await start();
    const inside = '127.0.0.2';
    const answers = ['127.0.0.1', inside];
    const lookup = jest.fn(async () => [
      { address: answers.shift()!, family: 4 },
    ]);
    const name = 'rebinding.example';
    // The name by a wildcard, and the address that it first has by its block.
    const out = door({ allow: [`*.example`, '127.0.0.1/32'] }, lookup);
    const url = `http://${name}:${there.port}/`;
    const signal = AbortSignal.timeout(10_000);
    expect((await out.fetch(get(url), { signal })).status).toBe(200);
    await expect(out.fetch(get(url), { signal })).rejects.toMatchObject({
      code: 'egress_refused',
    });
    expect(lookup).toHaveBeenCalledTimes(2);
    expect(there.received).toHaveLength(1);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['hang', () => {}],
    [
      'drip',
      response => {
        const timer = setInterval(() => response.write('.'), 5);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('that %s take no turn from another host', async (_, answer) => {
    let waiting = 0;
    const slow = await start((_request, response) => {
      waiting += 1;
      answer(response);
    });
    const other = await start();
    const out = door({
      allow: [slow.host, other.host],
      perHostConcurrency: 2,
    });
    const end = new AbortController();
    const held = Array.from({ length: 6 }, () =>
      out
        .fetch(get(slow.url), { signal: end.signal })
        .catch(error => error.code),
    );
    while (waiting < 2) {
      await new Promise(resolve => setImmediate(resolve));
    }
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        out.fetch(get(other.url), { signal: AbortSignal.timeout(10_000) }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    // Six were to be sent; two have their turn.
    expect(waiting).toBe(2);
    end.abort();
    expect(await Promise.all(held)).toEqual(Array(6).fill('timeout'));
  });

  it('that bomb in an encoding within an encoding get nothing inflated', async () => {
    const there = await start((_, response) => {
      response.setHeader('Content-Encoding', 'gzip, gzip');
      response.end(zlib.gzipSync(zlib.gzipSync(Buffer.alloc(30_000_000))));
    });
    expect(
      await door({ allow: [there.host] }).fetch(get(there.url), {
        signal: AbortSignal.timeout(10_000),
      }),
    ).toMatchObject({ body: '', truncated: true });
  });

  it.each<[string, (secret: string, response: ServerResponse) => void]>([
    ['a body', (secret, response) => response.end(`you sent ${secret}`)],
    [
      'a header',
      (secret, response) => {
        response.setHeader('X-Echo', secret);
        response.end();
      },
    ],
    [
      'an error',
      (secret, response) => {
        response.statusCode = 400;
        response.end(JSON.stringify({ error: { got: btoa(secret) } }));
      },
    ],
    [
      'a redirect',
      (secret, response) => {
        response.statusCode = 302;
        response.setHeader('Location', `/?k=${encodeURIComponent(secret)}`);
        response.end();
      },
    ],
  ])(
    'that reflect a secret in %s do not get it through',
    async (_, reflect) => {
      const there = await start((request, response) =>
        reflect(String(request.headers['x-key']), response),
      );
      const outcome = await door({ allow: [there.host] })
        .fetch(
          { ...get(there.url), headers: { 'X-Key': { secret: 'TOKEN' } } },
          { signal: AbortSignal.timeout(10_000) },
        )
        .catch(error => ({
          ...error,
          message: error.message,
          stack: error.stack,
        }));
      expect(there.received[0].headers['x-key']).toBe(SECRET);
      expect(there.received).toHaveLength(1);
      const text = JSON.stringify(outcome);
      for (const spelling of [
        SECRET,
        encodeURIComponent(SECRET),
        btoa(SECRET).replace(/=+$/, ''),
      ]) {
        expect(text).not.toContain(spelling);
      }
    },
  );
});
