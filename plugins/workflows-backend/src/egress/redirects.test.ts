import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { EgressRequest } from 'backstage-plugin-workflows-node';
import { type Received, Receiver } from '../engine/testing/receiver';
import { EgressGateway } from './EgressGateway';
import { readEgressConfig } from './readEgressConfig';
import { redirectedRequest } from './redirect';

const SECRET = 'c4n4ry-value';

describe('redirects', () => {
  const receivers: Receiver[] = [];
  afterEach(async () => {
    await Promise.all(receivers.splice(0).map(started => started.stop()));
  });

  async function receiver(
    status = 200,
    location?: (request: Received) => string,
  ) {
    const started = await Receiver.start((request, response) => {
      response.writeHead(
        status,
        location ? { Location: location(request) } : {},
      );
      response.end('there');
    });
    receivers.push(started);
    return started;
  }

  function send(request: EgressRequest, allow: Receiver[]) {
    const config = {
      allow: allow.map(({ host }) => host),
      allowPublic: false,
    };
    return EgressGateway.create({
      config: readEgressConfig(
        mockServices.rootConfig({ data: { workflows: { egress: config } } }),
      ),
    })
      .for({ workflowId: 'w1', secrets: { resolve: async () => SECRET } })
      .fetch(request, { signal: AbortSignal.timeout(5_000) });
  }

  const credentials: Pick<EgressRequest, 'headers' | 'auth'> = {
    headers: { 'X-Api-Key': { secret: 'KEY' }, Cookie: 'a=b', 'X-Plain': '1' },
    auth: { type: 'bearer', token: { secret: 'TOKEN' } },
  };

  it('to another host carry no credentials', async () => {
    const inside = await receiver();
    const there = await receiver(302, () => `${inside.url}/next`);
    const answer = await send(
      { method: 'GET', url: there.url, ...credentials },
      [there, inside],
    );
    expect(answer).toMatchObject({ status: 200, body: 'there' });
    expect(there.received[0].headers).toMatchObject({
      authorization: `Bearer ${SECRET}`,
      'x-api-key': SECRET,
    });
    const { path, headers } = inside.received[0];
    expect(path).toBe('/next');
    expect(headers['x-plain']).toBe('1');
    expect(JSON.stringify(headers)).not.toContain(SECRET);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('authorization');
  });

  it('on the same host keep them, and 307 keeps method and body', async () => {
    const there = await receiver();
    const started = await Receiver.start((request, response) => {
      if (request.path === '/old') {
        response.writeHead(307, { Location: '/new' });
      }
      response.end();
    });
    receivers.push(started);
    await send(
      {
        method: 'POST',
        url: `${started.url}/old`,
        body: '{"a":1}',
        ...credentials,
      },
      [started, there],
    );
    expect(
      started.received.map(({ method, path, body }) => [method, path, body]),
    ).toEqual([
      ['POST', '/old', '{"a":1}'],
      ['POST', '/new', '{"a":1}'],
    ]);
    expect(started.received[1].headers.authorization).toBe(`Bearer ${SECRET}`);
  });

  it('are checked like a request: inside is refused', async () => {
    const inside = await receiver();
    const there = await receiver(302, () => inside.url);
    await expect(
      send({ method: 'GET', url: there.url }, [there]),
    ).rejects.toMatchObject({ code: 'egress_refused', ambiguous: false });
    expect(inside.received).toEqual([]);
  });

  it.each<[string, (first: string) => JsonObject]>([
    ['that leads inside', first => ({ allow: [first] })],
    [
      'on the deny list',
      () => ({ allow: ['127.0.0.0/8'], deny: ['other.example'] }),
    ],
  ])('to a name %s are refused', async (_, configOf) => {
    const thief = await receiver();
    const there = await receiver(
      302,
      () => `http://other.example:${thief.port}`,
    );
    const config = configOf(there.host);
    const sent = EgressGateway.create({
      lookup: async () => [{ address: '127.0.0.1', family: 4 }],
      config: readEgressConfig(
        mockServices.rootConfig({ data: { workflows: { egress: config } } }),
      ),
    })
      .for({ workflowId: 'w1', secrets: { resolve: async () => SECRET } })
      .fetch(
        { method: 'GET', url: there.url },
        { signal: AbortSignal.timeout(5_000) },
      );
    await expect(sent).rejects.toMatchObject({ code: 'egress_refused' });
    expect(there.received).toHaveLength(1);
    expect(thief.received).toEqual([]);
  });

  const follow = (from: string, to: string) =>
    redirectedRequest({
      request: { method: 'GET', url: from },
      url: new URL(from),
      response: {
        status: 302,
        headers: { location: to },
        body: '',
        truncated: false,
      },
      redact: text => text,
    });

  it.each(['http://a.example/', 'http://b.example/'])(
    'from https to %s are refused',
    to => {
      expect(() => follow('https://a.example/', to)).toThrow(
        'from https to an insecure address',
      );
    },
  );

  it.each([
    ['https://a.example/', 'https://b.example/'],
    ['http://a.example/', 'https://a.example/'],
    ['http://a.example/', 'http://b.example/'],
  ])('from %s to %s are followed', (from, to) => {
    expect(follow(from, to)).toMatchObject({ url: to });
  });

  it.each([301, 302, 303])(
    'that would make a GET of a POST are refused: %s',
    async status => {
      const inside = await receiver();
      const there = await receiver(status, () => inside.url);
      await expect(
        send({ method: 'POST', url: there.url, body: '{}' }, [there, inside]),
      ).rejects.toMatchObject({
        code: 'redirect_refused',
        ambiguous: false,
        response: { status },
      });
      expect(inside.received).toEqual([]);
    },
  );

  it.each([
    ['plain', (secret: string) => secret],
    ['encoded', (secret: string) => encodeURIComponent(`x ${secret}`)],
    ['base64', (secret: string) => btoa(secret)],
  ])('that carry the secret away are refused: %s', async (_, spell) => {
    const thief = await receiver();
    const there = await receiver(302, ({ headers }) =>
      [thief.url, '/?stolen=', spell(String(headers['x-api-key']))].join(''),
    );
    const failed = await send(
      { method: 'GET', url: there.url, ...credentials },
      [there, thief],
    ).catch(error => error);
    expect(failed).toMatchObject({ code: 'redirect_refused' });
    expect(JSON.stringify(failed) + failed.message).not.toContain('c4n4ry');
    expect(thief.received).toEqual([]);
  });

  it('end after some', async () => {
    const there = await receiver(302, ({ path }) => `${path}x`);
    await expect(
      send({ method: 'GET', url: `${there.url}/` }, [there]),
    ).rejects.toMatchObject({ code: 'redirect_refused' });
    expect(there.received).toHaveLength(6);
  });

  it('without a place are refused', async () => {
    const there = await receiver(302);
    await expect(
      send({ method: 'GET', url: there.url }, [there]),
    ).rejects.toThrow('does not say where to');
  });
});
