import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { eventually } from './eventually';
import { freePort } from './freePort';

/** Debian's and upstream's name of the program. */
const NAMES = ['prometheus-alertmanager', 'alertmanager'];

/** The path of the installed Alertmanager, if there is one. */
export function findAlertmanager(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(directory => NAMES.map(name => join(directory, name)))
    .find(file => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** A real Alertmanager that notifies one webhook. */
export class Alertmanager {
  static async start(options: {
    program: string;
    hookUrl: string;
    token: string;
    /** After which it tells again what it told. Default an hour. */
    repeatInterval?: string;
  }): Promise<Alertmanager> {
    const directory = await mkdtemp(join(tmpdir(), 'alertmanager-it-'));
    const port = await freePort();
    const config = {
      route: {
        receiver: 'portal',
        group_by: ['alertname'],
        group_wait: '1s',
        group_interval: '2s',
        repeat_interval: options.repeatInterval ?? '1h',
      },
      receivers: [
        {
          name: 'portal',
          webhook_configs: [
            {
              url: options.hookUrl,
              send_resolved: true,
              http_config: {
                authorization: { type: 'Bearer', credentials: options.token },
              },
            },
          ],
        },
      ],
    };
    // JSON is YAML.
    await writeFile(join(directory, 'config.yml'), JSON.stringify(config));
    const child = spawn(
      options.program,
      [
        `--config.file=${join(directory, 'config.yml')}`,
        `--storage.path=${directory}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--cluster.listen-address=',
      ],
      { stdio: 'ignore' },
    );
    const alertmanager = new Alertmanager(child, directory, port);
    await eventually(
      () =>
        fetch(`${alertmanager.url}/-/ready`)
          .then(response => response.ok)
          .catch(() => false),
      ready => ready,
    );
    return alertmanager;
  }

  private constructor(
    private readonly child: ChildProcess,
    private readonly directory: string,
    private readonly port: number,
  ) {}

  private get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Fires alerts, or ends them when they have an `endsAt`. */
  async send(
    alerts: Array<{
      labels: Record<string, string>;
      annotations?: Record<string, string>;
      startsAt: string;
      endsAt?: string;
    }>,
  ): Promise<void> {
    const response = await fetch(`${this.url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(alerts),
    });
    if (!response.ok) {
      throw new Error(`Alertmanager: ${response.status}`);
    }
  }

  /** How often it called the webhook, retries included. */
  async requests(): Promise<{ all: number; failed: number }> {
    const metrics = await fetch(`${this.url}/metrics`).then(response =>
      response.text(),
    );
    const count = (name: string) =>
      Number(
        new RegExp(`^${name}{integration="webhook"} (.+)$`, 'm').exec(
          metrics,
        )?.[1],
      );
    return {
      all: count('alertmanager_notification_requests_total'),
      failed: count('alertmanager_notification_requests_failed_total'),
    };
  }

  async stop(): Promise<void> {
    const gone = new Promise(done => {
      this.child.once('exit', done);
    });
    this.child.kill('SIGKILL');
    await gone;
    await rm(this.directory, { recursive: true, force: true });
  }
}
