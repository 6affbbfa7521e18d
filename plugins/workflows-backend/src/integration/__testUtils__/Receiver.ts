import {
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
  createServer,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface ReceivedRequest {
  /** By this process's monotonic clock, in milliseconds. */
  at: number;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Takes every request, logs it, answers 200, and does not deduplicate. */
export class Receiver {
  readonly requests: ReceivedRequest[] = [];
  /** Requests to this path get no answer. */
  silentAt?: string;
  private readonly silent: ServerResponse[] = [];

  static async start(): Promise<Receiver> {
    const receiver = new Receiver(createServer());
    receiver.server.on('request', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      receiver.requests.push({
        at: performance.now(),
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      });
      if (request.url === receiver.silentAt) {
        receiver.silent.push(response);
      } else {
        answer(response);
      }
    });
    await new Promise<void>(resolve => {
      receiver.server.listen(0, '127.0.0.1', resolve);
    });
    return receiver;
  }

  private constructor(private readonly server: Server) {}

  /** `127.0.0.1:port`, as the egress allow-list wants it. */
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  at(path: string): ReceivedRequest[] {
    return this.requests.filter(request => request.path === path);
  }

  /** Gives those their answer that got none so far. */
  answerSilent(): void {
    this.silent.splice(0).forEach(answer);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }
}

function answer(response: ServerResponse) {
  response.setHeader('Content-Type', 'application/json');
  response.end('{"ok":true}');
}
