import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Auth } from 'backstage-plugin-workflows-common';
import Provider from 'oidc-provider';
import { Receiver } from '../engine/testing/receiver';
import { EgressGateway } from './EgressGateway';
import { readEgressConfig } from './readEgressConfig';

const CLIENT_SECRET = 'client-c4n4ry-secret';

/** A certified OpenID provider, with one client that may use client credentials. */
async function startProvider() {
  const server: Server = createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        client_id: 'portal',
        client_secret: CLIENT_SECRET,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    scopes: ['alerts'],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
    },
    ttl: { ClientCredentials: 600 },
  });
  const issued: string[] = [];
  provider.on('client_credentials.saved', token => issued.push(token.jti));
  server.on('request', provider.callback());
  return {
    issued,
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    isValid: async (token: string) =>
      Boolean(await provider.ClientCredentials.find(token)),
    revoke: async (token: string) =>
      (await provider.ClientCredentials.find(token))?.destroy(),
    stop: () => {
      server.closeAllConnections();
      return new Promise(done => server.close(done));
    },
  };
}

describe('client credentials', () => {
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let api: Receiver;
  let now: number;
  let gateway: EgressGateway;
  const resolve = jest.fn();

  beforeEach(async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => {});
    jest.spyOn(console, 'info').mockImplementation(() => {});
    provider = await startProvider();
    api = await Receiver.start(async ({ headers }, response) => {
      const token = String(headers.authorization).replace('Bearer ', '');
      response.statusCode = (await provider.isValid(token)) ? 200 : 401;
      response.end(JSON.stringify({ echo: headers.authorization }));
    });
    now = 0;
    resolve.mockReset().mockResolvedValue(CLIENT_SECRET);
    gateway = EgressGateway.create({
      now: () => now,
      config: readEgressConfig(
        mockServices.rootConfig({
          data: {
            workflows: {
              egress: { allow: [provider.host, api.host], allowPublic: false },
            },
          },
        }),
      ),
    });
  });
  afterEach(async () => {
    await Promise.all([provider.stop(), api.stop()]);
  });

  const post = (rest: Partial<Auth> = {}, workflowId = 'w1') =>
    gateway.for({ workflowId, secrets: { resolve } }).fetch(
      {
        method: 'POST',
        url: api.url,
        body: '{}',
        auth: {
          type: 'oauth2',
          tokenUrl: `${provider.url}/token`,
          clientId: 'portal',
          clientSecret: { secret: 'CLIENT' },
          scope: 'alerts',
          ...rest,
        } as Auth,
      },
      { signal: AbortSignal.timeout(10_000) },
    );

  it('are made into a token that is kept until it ends, and never shown', async () => {
    const answers = [await post(), await post()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(provider.issued).toHaveLength(1);
    for (const { body } of answers) {
      expect(body).toBe('{"echo":"Bearer [redacted]"}');
    }
    now = 571_000;
    await post();
    expect(provider.issued).toHaveLength(2);
  });

  it('give a new token when the old one is refused, once', async () => {
    await post();
    await provider.revoke(provider.issued[0]);
    expect((await post()).status).toBe(200);
    expect(provider.issued).toHaveLength(2);

    jest.spyOn(provider, 'isValid').mockResolvedValue(false);
    expect((await post()).status).toBe(401);
    expect(provider.issued).toHaveLength(3);
  });

  it('of one workflow are of no use to another', async () => {
    await post();
    await post({}, 'w2');
    expect(provider.issued).toHaveLength(2);
  });

  it('are allowed for the token server and for the host of the request', async () => {
    await post();
    expect(resolve.mock.calls).toEqual([
      ['CLIENT', api.host],
      ['CLIENT', provider.host],
    ]);
    resolve.mockImplementation(async (_, host) => {
      if (host === api.host) {
        throw new InputError('CLIENT may not be sent there');
      }
      return CLIENT_SECRET;
    });
    await expect(post()).rejects.toMatchObject({ code: 'secret_refused' });
    expect(api.received).toHaveLength(1);
  });

  it('that are wrong say what to check, without the secret', async () => {
    resolve.mockResolvedValue('wrong-c4n4ry');
    const failed = await post().catch(error => error);
    expect(failed).toMatchObject({
      code: 'oauth_failed',
      retryable: false,
      ambiguous: false,
      message: expect.stringContaining('401: invalid_client'),
    });
    expect(failed.message).not.toContain('c4n4ry');
    expect(api.received).toEqual([]);
  });

  it('go through the door: a token URL inside is refused', async () => {
    await expect(
      post({ tokenUrl: 'http://169.254.169.254/token' }),
    ).rejects.toMatchObject({ code: 'egress_refused' });
    expect(api.received).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ['whose name leads inside', { allowPublic: true }],
    [
      'whose name is on the deny list',
      { allow: ['127.0.0.0/8'], deny: ['tokens.example'] },
    ],
  ])('are not asked of a server %s', async (_, egress) => {
    gateway = EgressGateway.create({
      lookup: async () => [{ address: '127.0.0.1', family: 4 }],
      config: readEgressConfig(
        mockServices.rootConfig({
          data: {
            workflows: {
              egress: { ...egress, allow: egress.allow ?? [api.host] },
            },
          },
        }),
      ),
    });
    const { port } = new URL(provider.url);
    await expect(
      post({ tokenUrl: `http://tokens.example:${port}/token` }),
    ).rejects.toMatchObject({ code: 'egress_refused' });
    expect(provider.issued).toEqual([]);
    expect(api.received).toEqual([]);
  });

  it('are not shown when the token server repeats them', async () => {
    const other = await Receiver.start(({ headers }, response) => {
      response.writeHead(400, { 'Content-Type': 'application/json' });
      const sent = atob(headers.authorization!.replace('Basic ', ''));
      response.end(JSON.stringify({ error: sent, error_description: sent }));
    });
    const { host, url } = other;
    gateway = EgressGateway.create({
      config: readEgressConfig(
        mockServices.rootConfig({
          data: { workflows: { egress: { allow: [host, api.host] } } },
        }),
      ),
    });
    const failed = await post({ tokenUrl: `${url}/token` }).catch(e => e);
    await other.stop();
    expect(other.received).toHaveLength(1);
    expect(failed).toMatchObject({
      code: 'oauth_failed',
      message: expect.stringContaining('(400); check the client id'),
    });
    expect(failed.message).not.toContain(CLIENT_SECRET);
  });

  it('of a server that is none say so', async () => {
    const other = await Receiver.start((_, response) => response.end('hello'));
    const { host, url } = other;
    gateway = EgressGateway.create({
      config: readEgressConfig(
        mockServices.rootConfig({
          data: { workflows: { egress: { allow: [host, api.host] } } },
        }),
      ),
    });
    await expect(post({ tokenUrl: `${url}/token` })).rejects.toMatchObject({
      code: 'oauth_failed',
      message: expect.stringContaining('check the token URL'),
    });
    await other.stop();
    expect(api.received).toEqual([]);
  });
});
