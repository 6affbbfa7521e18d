import type { EgressResponse } from 'backstage-plugin-workflows-node';
import { Client, type Dispatcher } from 'undici';
import { type Lookup, createConnector } from './connector';
import { explainFailure } from './explainFailure';
import { targetOf } from './hostPattern';
import { readBody } from './readBody';
import type { EgressConfig } from './readEgressConfig';
import { untilAborted } from './untilAborted';

/**
 * One request and its answer, whatever its status. It has a connection of its
 * own: none is reused whose other end may just have closed it, which would leave
 * the effect in doubt, and a slow receiver takes no place from others. The signal
 * is the only clock, since a receiver that drips a byte now and then defeats
 * every idle timeout.
 *
 * @throws ActionError for everything but an answer
 */
export async function sendRequest(options: {
  config: EgressConfig;
  lookup?: Lookup;
  url: URL;
  method: string;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}): Promise<EgressResponse> {
  const { config, lookup, url, method, headers, body, signal } = options;
  let connected = false;
  const client = new Client(url.origin, {
    connect: createConnector({
      config,
      target: targetOf(url),
      lookup,
      onConnected: () => {
        connected = true;
      },
    }),
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  try {
    signal.throwIfAborted();
    const response = await untilAborted(
      client.request({
        method: method as Dispatcher.HttpMethod,
        path: `${url.pathname}${url.search}`,
        headers,
        body,
        signal,
      }),
      signal,
    );
    // What is left unread ends with the connection; that is no error of anyone.
    response.body.on('error', () => {});
    return await readResponse(response);
  } catch (error) {
    throw explainFailure(error, { host: url.host, connected, signal });
  } finally {
    // Not awaited: it waits for a connection that is still being made.
    client.destroy().catch(() => {});
  }
}

async function readResponse(
  response: Dispatcher.ResponseData,
): Promise<EgressResponse> {
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      [value].flat().join(', '),
    ]),
  );
  const { text, truncated } = await readBody(
    response.body,
    headers['content-encoding'],
  );
  return { status: response.statusCode, headers, body: text, truncated };
}
