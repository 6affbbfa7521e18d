import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arrival } from '../src/integration/__testUtils__/chaosReport';
import { freePort } from '../src/integration/__testUtils__/freePort';

/** The receiver, and its log. */
export class ReceiverProcess {
  static async start(): Promise<ReceiverProcess> {
    const directory = await mkdtemp(join(tmpdir(), 'workflows-chaos-log-'));
    const logFile = join(directory, 'requests.jsonl');
    await writeFile(logFile, '');
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'receiver.ts'),
        String(port),
        logFile,
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
    process.once('exit', () => child.kill('SIGKILL'));
    return new ReceiverProcess(child, directory, `127.0.0.1:${port}`);
  }

  private constructor(
    private readonly child: ChildProcess,
    private readonly directory: string,
    readonly host: string,
  ) {}

  /** Every request so far, with the moment of its answer if it got one. */
  async arrivals(): Promise<Arrival[]> {
    const log = await readFile(join(this.directory, 'requests.jsonl'), 'utf8');
    const byId = new Map<string, Arrival>();
    for (const line of log.split('\n').filter(Boolean)) {
      const { id, ...facts } = JSON.parse(line);
      byId.set(id, { ...byId.get(id), ...facts });
    }
    return [...byId.values()];
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await rm(this.directory, { recursive: true, force: true });
  }
}
