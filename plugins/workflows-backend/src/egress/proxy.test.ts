import { type Server, createServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { Receiver } from '../engine/testing/receiver';
import { EgressGateway } from './EgressGateway';
import { readEgressConfig } from './readEgressConfig';

/** A real forward proxy: it resolves names itself, here all to this machine. */
async function startProxy() {
  const asked: Array<{ authority: string; authorization?: string }> = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer();
  server.on('connect', (request, socket: Socket) => {
    const authority = request.url!;
    asked.push({
      authority,
      authorization: request.headers['proxy-authorization'],
    });
    sockets.add(socket);
    if (authority.startsWith('forbidden.')) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(Number(authority.split(':').at(-1)), '127.0.0.1');
    sockets.add(upstream);
    upstream.on('connect', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: `http://me:pass%20word@127.0.0.1:${port}`,
    stop: () => {
      sockets.forEach(socket => socket.destroy());
      return new Promise(done => server.close(done));
    },
  };
}

describe('a proxy', () => {
  let proxy: Awaited<ReturnType<typeof startProxy>>;
  let there: Receiver;
  beforeEach(async () => {
    proxy = await startProxy();
    there = await Receiver.start();
  });
  afterEach(async () => {
    await Promise.all([proxy.stop(), there.stop()]);
  });

  function get(url: string, lookup = jest.fn()) {
    const config = {
      proxy: proxy.url,
      allowPublic: false,
      allow: ['inside.example', 'forbidden.example', '*.0.0.1', '10.0.0.0/8'],
    };
    return EgressGateway.create({
      lookup,
      config: readEgressConfig(
        mockServices.rootConfig({ data: { workflows: { egress: config } } }),
      ),
    })
      .for({ workflowId: 'w1', secrets: { resolve: async () => 'secret' } })
      .fetch({ method: 'GET', url }, { signal: AbortSignal.timeout(5_000) });
  }

  it('is asked for a tunnel, with its credentials, and resolves the name', async () => {
    const lookup = jest.fn();
    const answer = await get(`http://inside.example:${there.port}/x`, lookup);
    expect(answer).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect(proxy.asked).toEqual([
      {
        authority: `inside.example:${there.port}`,
        authorization: `Basic ${btoa('me:pass word')}`,
      },
    ]);
    expect(there.received[0].headers).not.toHaveProperty('proxy-authorization');
    expect(lookup).not.toHaveBeenCalled();
  });

  it.each(['http://other.example', 'http://127.0.0.1', 'http://0x7f.1'])(
    'is not asked for what is on no list: %s',
    async url => {
      await expect(get(`${url}:${there.port}`)).rejects.toMatchObject({
        code: 'egress_refused',
      });
      expect(proxy.asked).toEqual([]);
    },
  );

  it('that refuses is named as the reason', async () => {
    await expect(get('http://forbidden.example:1/')).rejects.toMatchObject({
      code: 'proxy_refused',
      ambiguous: false,
    });
  });

  it('that is away leaves nothing in doubt', async () => {
    await proxy.stop();
    await expect(
      get(`http://inside.example:${there.port}/`),
    ).rejects.toMatchObject({ code: 'connect_failed', ambiguous: false });
    proxy = await startProxy();
  });
});
