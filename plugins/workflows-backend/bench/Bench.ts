import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type { ChaosDatabase } from '../chaos/databases';
import { tuneSqlite } from '../src/database/openDatabase';
import { BackendProcess } from '../src/integration/__testUtils__/BackendProcess';
import {
  condition,
  definition,
  webhook,
} from '../src/integration/__testUtils__/definitions';
import { eventually } from '../src/integration/__testUtils__/eventually';
import { BenchReceiver } from './BenchReceiver';
import type { Statements } from './StatementLog';

const TOKEN = 'bench-sender-token-0123456789';

/**
 * The three processes: a backend with HTTP, token check and permissions, the
 * receiver, and this one, which is the load.
 */
export class Bench {
  private sent = 0;

  static async start(name: string, database: ChaosDatabase): Promise<Bench> {
    const receiver = await BenchReceiver.start();
    const backend = await BackendProcess.create({
      database: database.place,
      program: join(__dirname, 'backend.ts'),
      nodeArgs: ['--expose-gc'],
      root: { permission: { enabled: true } },
      workflows: {
        sources: {
          generic: {
            type: 'generic',
            tokens: [TOKEN],
            fields: { incidentKey: 'id', title: 'title' },
          },
        },
        egress: { allow: [receiver.host] },
      },
    });
    await backend.start();
    await backend.run(
      'bench',
      definition(
        [
          condition('always', { field: 'title', value: 'bench' }),
          webhook('tell', `http://${receiver.host}/`),
        ],
        ['start>always', 'always:true>tell'],
      ),
    );
    const knex = database.open();
    await tuneSqlite(knex); // As safe as the backend's own, for a fair floor.
    return new Bench(name, knex, backend, receiver);
  }

  private constructor(
    private readonly name: string,
    readonly knex: Knex,
    private readonly backend: BackendProcess,
    readonly receiver: BenchReceiver,
  ) {}

  /** Sends a new incident; gives its key. */
  async send(): Promise<string> {
    const id = `i${(this.sent += 1)}`;
    const body = JSON.stringify({ id, title: 'bench' });
    const status = await this.backend.hook('generic', body, TOKEN);
    if (status !== 202) {
      throw new Error(`The hook answered ${status}`);
    }
    return id;
  }

  /** Waits until no run is left that is due. */
  async idle(): Promise<void> {
    await eventually(
      () =>
        Promise.all([
          this.knex('incident_deliveries').where({ state: 'received' }).first(),
          this.knex('workflow_executions')
            .whereIn('status', ['PENDING', 'RUNNING'])
            .first(),
        ]),
      left => left.every(row => !row),
      300_000,
    );
  }

  takeStatements(): Promise<Statements> {
    return this.backend.ask('statements');
  }

  /** Processor time of the backend so far. */
  cpuMs(): Promise<number> {
    return this.backend.ask('cpu');
  }

  /** After a forced garbage collection. */
  heapMb(): Promise<number> {
    return this.backend.ask('memory');
  }

  say(text: string): void {
    const load = loadavg()[0].toFixed(1);
    console.log(`${this.name}: ${text} (load average ${load})`);
  }

  async stop(): Promise<void> {
    await this.knex.destroy();
    await this.backend.dispose();
    this.receiver.stop();
  }
}
