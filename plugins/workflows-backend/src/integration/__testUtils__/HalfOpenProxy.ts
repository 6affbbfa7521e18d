import { type Server, type Socket, connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * Stands between a backend and its database, and can go half-open like a
 * firewall that has forgotten its connections: connections stay open, new ones
 * are taken, and no byte comes through either way. After healing, new
 * connections work; those of before stay dead, and nobody is told.
 */
export class HalfOpenProxy {
  private readonly sockets = new Set<Socket>();
  private swallow: { now: boolean } = { now: false };

  static async start(target: {
    host: string;
    port: number;
  }): Promise<HalfOpenProxy> {
    const server = createServer();
    const proxy = new HalfOpenProxy(server, target);
    server.on('connection', client => proxy.join(client));
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  private constructor(
    private readonly server: Server,
    private readonly target: { host: string; port: number },
  ) {}

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  goHalfOpen(): void {
    this.swallow.now = true;
  }

  heal(): void {
    // Connections of before keep the old object, and with it their silence.
    this.swallow = { now: false };
  }

  async stop(): Promise<void> {
    this.sockets.forEach(socket => socket.destroy());
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }

  private join(client: Socket) {
    const { swallow } = this;
    const upstream = connect(this.target);
    this.forward(client, upstream, swallow);
    this.forward(upstream, client, swallow);
  }

  private forward(from: Socket, to: Socket, swallow: { now: boolean }) {
    this.sockets.add(from);
    from.on('data', chunk => swallow.now || to.write(chunk));
    from.on('error', () => {});
    from.on('close', () => {
      this.sockets.delete(from);
      if (!swallow.now) {
        to.destroy();
      }
    });
  }
}
