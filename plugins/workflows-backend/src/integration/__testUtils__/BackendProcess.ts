import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { askProcess } from './askProcess';
import { eventually } from './eventually';
import { freePort } from './freePort';

const TOKEN = 'integration-test-token-0123456789';
const PACKAGE_DIR = resolve(__dirname, '../../..');

/** The PostgreSQL of the tests, if there is one. */
export const POSTGRES =
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;

/** Where processes keep their data; those with the same place share it. */
export type ProcessDatabase =
  | { name: 'SQLite'; directory?: string }
  | {
      name: 'PostgreSQL';
      connection: string;
      prefix?: string;
      /** Of each plugin's connections. */
      pool?: { min: number; max: number };
    };

/** The databases that are there; `npm test` starts the PostgreSQL. */
export const PROCESS_DATABASES: ProcessDatabase[] = POSTGRES
  ? [{ name: 'SQLite' }, { name: 'PostgreSQL', connection: POSTGRES }]
  : [{ name: 'SQLite' }];

/** A backend in a process of its own, on a database that outlives it. */
export class BackendProcess {
  readonly port: number;
  /** Of a service that is an admin. */
  readonly token = TOKEN;
  private child?: ChildProcess;
  private log = '';

  static async create(options: {
    database: ProcessDatabase;
    /** The `workflows` part of the configuration. */
    workflows: object;
    /** Further parts of `backend`. */
    backend?: object;
    /** Further parts of the configuration. */
    root?: object;
    /** What is run instead of the plain backend. */
    program?: string;
    nodeArgs?: string[];
  }): Promise<BackendProcess> {
    const directory = await mkdtemp(join(tmpdir(), 'workflows-it-'));
    const port = await freePort();
    const config = {
      backend: {
        baseUrl: `http://127.0.0.1:${port}`,
        listen: { host: '127.0.0.1', port },
        ...options.backend,
        database: databaseConfig(options.database, {
          directory,
          prefix: `it_${port}_${process.pid}_`,
        }),
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: TOKEN, subject: 'external:test' },
            },
          ],
        },
      },
      catalog: { locations: [], processingInterval: false },
      workflows: { admins: ['external:test'], ...options.workflows },
      ...options.root,
    };
    await writeFile(join(directory, 'config.json'), JSON.stringify(config));
    const { program = join(__dirname, 'backend.ts'), nodeArgs = [] } = options;
    return new BackendProcess(directory, port, [
      ...nodeArgs,
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      program,
      '--config',
      join(directory, 'config.json'),
    ]);
  }

  private constructor(
    private readonly directory: string,
    port: number,
    private readonly args: string[],
  ) {
    this.port = port;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the process and waits until it takes requests. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, this.args, {
      cwd: PACKAGE_DIR,
      env: { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', data => {
        this.log = (this.log + data).slice(-20_000);
      });
    }
    const killWithParent = () => child.kill('SIGKILL');
    process.once('exit', killWithParent);
    child.once('exit', () => process.off('exit', killWithParent));
    this.child = child;
    await eventually(
      async () => {
        if (child.exitCode !== null) {
          throw new Error(`the backend ended:\n${this.log}`);
        }
        return fetch(`${this.baseUrl}/.backstage/health/v1/readiness`)
          .then(response => response.ok)
          .catch(() => false);
      },
      ready => ready,
      120_000,
    );
  }

  /** kill -9: nothing gets to clean up. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise(done => {
        child.once('exit', done);
      });
      child.kill(signal);
      await gone;
    }
    this.child = undefined;
  }

  /** Sends a signal that does not end the process. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(signal);
  }

  /** Asks a program that answers its parent's messages. */
  async ask<T>(question: string): Promise<T> {
    return askProcess(this.child!, question);
  }

  /** The last part of what the process wrote. */
  output(): string {
    return this.log;
  }

  async dispose(): Promise<void> {
    await this.kill();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Calls the plugin's API as a service that is an admin. */
  async api<T = any>(path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.baseUrl}/api/workflows${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Authorization: `Bearer ${TOKEN}`,
        'Content-Type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(
        `${path}: ${response.status} ${await response.text()}\n${this.log}`,
      );
    }
    return response.json();
  }

  /** Sends a delivery to a hook; gives the answer's status. */
  async hook(sourceId: string, body: string, token?: string): Promise<number> {
    const response = await fetch(
      `${this.baseUrl}/api/workflows/hooks/${sourceId}`,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Connection: 'close',
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        body,
      },
    );
    await response.arrayBuffer();
    return response.status;
  }

  /** Creates a global workflow, publishes and enables it; gives its id. */
  async run(name: string, definition: object): Promise<string> {
    const { id } = await this.api('/workflows', {
      name,
      description: name,
      definition,
    });
    await this.api(`/workflows/${id}/publish`, {});
    await this.api(`/workflows/${id}/enable`, {});
    return id;
  }

  /** Waits until there are `count` executions and all have ended; gives them. */
  async finishedExecutions(count: number, timeoutMs?: number) {
    return eventually(
      async () => (await this.api('/executions?limit=100')).items,
      (items: Array<{ id: string; status: string; finishedAt?: string }>) =>
        items.length >= count && items.every(item => item.finishedAt),
      timeoutMs,
    );
  }
}

function databaseConfig(
  database: ProcessDatabase,
  own: { directory: string; prefix: string },
) {
  return database.name === 'SQLite'
    ? {
        client: 'better-sqlite3',
        connection: { directory: database.directory ?? own.directory },
      }
    : {
        client: 'pg',
        connection: database.connection,
        prefix: database.prefix ?? own.prefix,
        ...(database.pool && { knexConfig: { pool: database.pool } }),
      };
}
