import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createProxy } from 'node:http';
import { type Server, createServer } from 'node:https';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';

const DAY_MS = 86_400_000;

/** A certificate by nobody but itself, for `good.example`. */
function certificate(notAfterDate: Date) {
  return generate([{ name: 'commonName', value: 'good.example' }], {
    keyType: 'ec',
    notBeforeDate: new Date(Date.now() - 9 * DAY_MS),
    notAfterDate,
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [{ type: 2, value: 'good.example' }],
      },
    ],
  });
}

describe('the certificate of a receiver', () => {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  let directory: string;
  let received = 0;

  /** A receiver, and the file with its certificate. */
  async function start(notAfterDate: Date) {
    const pems = await certificate(notAfterDate);
    const server = createServer(
      { key: pems.private, cert: pems.cert },
      (_request, response) => {
        received += 1;
        response.end();
      },
    );
    servers.push(server);
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const file = join(directory, `${port}.pem`);
    await writeFile(file, pems.cert);
    return { port, file };
  }

  /** A forward proxy, all of whose tunnels lead to one port of this machine. */
  async function startProxy(to: number) {
    const proxy = createProxy();
    proxy.on('connect', (_request, socket: Socket) => {
      const upstream = connect(to, '127.0.0.1');
      [socket, upstream].forEach(end => {
        sockets.add(end);
        end.on('error', () => {});
      });
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    servers.push(proxy as unknown as Server);
    await new Promise<void>(done => proxy.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  }

  async function fetchOnce(
    url: string,
    env: Record<string, string>,
    proxy?: string,
  ) {
    const config = {
      allow: ['good.example', 'other.example'],
      ...(proxy && { proxy, allowPublic: false }),
    };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, '__testUtils__/fetchOnce.ts'),
        JSON.stringify({ url, config }),
      ],
      { env: { ...process.env, NODE_OPTIONS: '', ...env } },
    );
    return JSON.parse(stdout);
  }

  let valid: Awaited<ReturnType<typeof start>>;
  let expired: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'workflows-certificates-'));
    valid = await start(new Date(Date.now() + DAY_MS));
    expired = await start(new Date(Date.now() - DAY_MS));
  });
  beforeEach(() => {
    received = 0;
  });
  afterAll(async () => {
    sockets.forEach(socket => socket.destroy());
    await Promise.all(
      servers.map(server => new Promise(done => server.close(done))),
    );
    await rm(directory, { recursive: true, force: true });
  });

  const OFF = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };

  it('is trusted when the portal is told of its authority', async () => {
    expect(
      await fetchOnce(`https://good.example:${valid.port}`, {
        NODE_EXTRA_CA_CERTS: valid.file,
      }),
    ).toEqual({ status: 200 });
    expect(received).toBe(1);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    [
      'by nobody who is known, whatever the environment says',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      () => fetchOnce(`https://good.example:${valid.port}`, OFF),
    ],
    [
      'by nobody who is known, behind a proxy',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      async () =>
        fetchOnce('https://good.example', OFF, await startProxy(valid.port)),
    ],
    [
      'of another host',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      () =>
        fetchOnce(`https://other.example:${valid.port}`, {
          ...OFF,
          NODE_EXTRA_CA_CERTS: valid.file,
        }),
    ],
    [
      'that has expired',
      'CERT_HAS_EXPIRED',
      () =>
        fetchOnce(`https://good.example:${expired.port}`, {
          ...OFF,
          NODE_EXTRA_CA_CERTS: expired.file,
        }),
    ],
  ])('is refused %s, and nothing is sent', async (_, reason, outcome) => {
    expect(await outcome()).toEqual({
      code: 'tls_failed',
      message: expect.stringMatching(
        new RegExp(
          `^No secure connection to [a-z.:0-9]+ could be made \\(${reason}\\); check its certificate\\.$`,
        ),
      ),
    });
    expect(received).toBe(0);
  });
});
