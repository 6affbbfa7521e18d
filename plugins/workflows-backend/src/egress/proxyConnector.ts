import { isIPv6 } from 'node:net';
import type { Duplex } from 'node:stream';
import { ActionError } from 'backstage-plugin-workflows-node';
import { Client, buildConnector } from 'undici';
import type { Target } from './hostPattern';

/**
 * Connects through a tunnel of an HTTP proxy (`CONNECT`, RFC 9110, section
 * 9.3.6), for plain targets too, so that the proxy never sees a request.
 */
export function createProxyConnector(options: {
  proxy: URL;
  target: Target;
}): buildConnector.connector {
  const { proxy, target } = options;
  const secure = buildConnector({ rejectUnauthorized: true });
  return (connectOptions, callback) => {
    openTunnel(proxy, target)
      .then(socket =>
        connectOptions.protocol === 'https:'
          ? secure({ ...connectOptions, httpSocket: socket as never }, callback)
          : callback(null, socket as never),
      )
      .catch(error => callback(error, null));
  };
}

async function openTunnel(proxy: URL, target: Target): Promise<Duplex> {
  const authority = `${
    isIPv6(target.host) ? `[${target.host}]` : target.host
  }:${target.port}`;
  const client = new Client(proxy.origin, {
    connect: { rejectUnauthorized: true },
  });
  try {
    const { statusCode, socket } = await client.connect({
      path: authority,
      headers: { host: authority, ...proxyAuthorization(proxy) },
    });
    if (statusCode !== 200) {
      socket.destroy();
      throw new ActionError(
        `The proxy answered ${statusCode} when asked for ${authority}; ask the portal's administrators whether it may reach that host.`,
        { code: 'proxy_refused', retryable: statusCode >= 500 },
      );
    }
    return socket;
  } catch (error) {
    client.destroy().catch(() => {});
    throw error;
  }
}

function proxyAuthorization({ username, password }: URL) {
  if (!username) {
    return {};
  }
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(
    password,
  )}`;
  return {
    'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}`,
  };
}
