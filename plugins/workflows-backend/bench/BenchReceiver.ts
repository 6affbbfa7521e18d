import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { askProcess } from '../src/integration/__testUtils__/askProcess';
import { freePort } from '../src/integration/__testUtils__/freePort';

/** The receiver, in a process of its own. */
export class BenchReceiver {
  static async start(): Promise<BenchReceiver> {
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'receiver.ts'),
        String(port),
      ],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    );
    process.once('exit', () => child.kill('SIGKILL'));
    return new BenchReceiver(child, `127.0.0.1:${port}`);
  }

  private constructor(
    private readonly child: ChildProcess,
    readonly host: string,
  ) {}

  /** When each incident's first request since the last look came, in ns. */
  async takeArrivals(): Promise<Map<string, bigint>> {
    const arrivals = await askProcess<Array<[string, string]>>(
      this.child,
      'arrivals',
    );
    return new Map(arrivals.map(([key, at]) => [key, BigInt(at)]));
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }
}
