import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './freePort';
import { portalConfig } from './portalConfig';

const ROOT = resolve(__dirname, '../..');
const READY_MS = 180_000;
const STOP_MS = 15_000;

/** The dev portal as its own processes, beside any other that may be running. */
export class Portal {
  static async start(): Promise<Portal> {
    const directory = await mkdtemp(join(tmpdir(), 'workflows-e2e-'));
    const [port, backendPort] = [await freePort(), await freePort()];
    const config = join(directory, 'app-config.e2e.yaml');
    await writeFile(config, portalConfig({ port, backendPort, directory }));

    mkdirSync(join(ROOT, 'test-results'), { recursive: true });
    const log = join(ROOT, 'test-results', 'portal.log');
    const child = spawn(process.execPath, startArgs(config), {
      cwd: ROOT,
      env: { ...process.env, BROWSER: 'none', NODE_ENV: 'development' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const output = createWriteStream(log);
    child.stdout!.pipe(output);
    child.stderr!.pipe(output);

    const portal = new Portal(child, directory, log, port, backendPort);
    try {
      await portal.ready();
    } catch (error) {
      await portal.stop();
      throw error;
    }
    return portal;
  }

  readonly url: string;
  readonly backendUrl: string;

  private constructor(
    private readonly child: ChildProcess,
    private readonly directory: string,
    private readonly log: string,
    port: number,
    backendPort: number,
  ) {
    this.url = `http://localhost:${port}`;
    this.backendUrl = `http://localhost:${backendPort}`;
  }

  async stop(): Promise<void> {
    if (this.running()) {
      const exited = once(this.child, 'exit');
      this.signal('SIGTERM');
      await Promise.race([exited, sleep(STOP_MS, undefined, { ref: false })]);
      this.signal('SIGKILL');
    }
    await rm(this.directory, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    const deadline = Date.now() + READY_MS;
    const pages = [
      `${this.backendUrl}/.backstage/health/v1/readiness`,
      this.url,
    ];
    for (const page of pages) {
      while (!(await answers(page))) {
        if (!this.running() || Date.now() > deadline) {
          const said = await readFile(this.log, 'utf8');
          throw new Error(
            `The portal did not start (${page}). The end of ${
              this.log
            }:\n${said.slice(-3_000)}`,
          );
        }
        await sleep(250);
      }
    }
  }

  private running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** To the whole group: the CLI has a backend and a bundler under it. */
  private signal(signal: NodeJS.Signals) {
    try {
      process.kill(-this.child.pid!, signal);
    } catch {
      // The group is gone already.
    }
  }
}

function startArgs(config: string): string[] {
  return [
    '--require',
    join(ROOT, 'scripts/setup/exitWithParent.cjs'),
    join(ROOT, 'node_modules/.bin/backstage-cli'),
    'repo',
    'start',
    '--config',
    join(ROOT, 'app-config.yaml'),
    '--config',
    config,
  ];
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(10_000) })).ok;
  } catch {
    return false;
  }
}
