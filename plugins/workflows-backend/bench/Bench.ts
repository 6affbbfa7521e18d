import { createHmac } from 'node:crypto';
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

const SECRET = 'bench-signing-secret-0123456789';
const SIGNATURE_HEADER = 'x-bench-signature';

/**
 * The three processes: a backend with HTTP, signature check and permissions, the
 * receiver, and this one, which is the load.
 */
export class Bench {
  private sent = 0;
  private readonly hookUrl: string;

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
            secrets: [SECRET],
            signature: { header: SIGNATURE_HEADER },
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
  ) {
    this.hookUrl = `${backend.baseUrl}/api/workflows/hooks/generic`;
  }

  /** Sends a new incident, signed; gives its key. */
  async send(): Promise<string> {
    const id = `i${(this.sent += 1)}`;
    const body = JSON.stringify({ id, title: 'bench' });
    const response = await fetch(this.hookUrl, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        [SIGNATURE_HEADER]: createHmac('sha256', SECRET)
          .update(body)
          .digest('hex'),
      },
      body,
    });
    await response.arrayBuffer();
    if (response.status !== 202) {
      throw new Error(`The hook answered ${response.status}`);
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
