import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type { ChaosDatabase } from '../chaos/databases';
import { BackendProcess } from '../src/integration/__testUtils__/BackendProcess';
import { eventually } from '../src/integration/__testUtils__/eventually';
import { addWorkflows, deliveryBody } from './workload';

const SECRET = 'bench-signing-secret-0123456789';
const SIGNATURE_HEADER = 'x-bench-signature';
/** Connections that send at a time. */
const SENDERS = 20;

/** A backend with many workflows in a process of its own; this one is the load. */
export class IntakeBench {
  private sent = 0;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: SENDERS });

  static async start(database: ChaosDatabase): Promise<IntakeBench> {
    const backend = await BackendProcess.create({
      database: database.place,
      program: join(__dirname, 'backend.ts'),
      root: { permission: { enabled: true } },
      workflows: {
        // What matches is recorded, and left alone: it is the intake that is measured.
        killSwitch: true,
        sources: {
          generic: {
            type: 'generic',
            secrets: [SECRET],
            signature: { header: SIGNATURE_HEADER },
            fields: {
              incidentKey: 'id',
              title: 'title',
              description: 'description',
              service: 'service',
              severity: 'severity',
              team: 'team',
            },
          },
        },
      },
    });
    await backend.start();
    const knex = database.open();
    await addWorkflows(knex);
    return new IntakeBench(knex, backend);
  }

  private constructor(
    readonly knex: Knex,
    private readonly backend: BackendProcess,
  ) {}

  /** Sends deliveries as fast as they are taken; gives when all are matched. */
  async send(count: number): Promise<void> {
    const end = this.sent + count;
    const sender = async () => {
      while (this.sent < end) {
        const index = this.sent;
        this.sent += 1;
        await this.post(deliveryBody(index));
      }
    };
    await Promise.all(Array.from({ length: SENDERS }, sender));
    await eventually(
      () => this.knex('incident_deliveries').whereNotNull('due_at').first('id'),
      left => !left,
      600_000,
    );
  }

  private post(body: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const signature = createHmac('sha256', SECRET).update(body).digest('hex');
      const sent = request(
        `${this.backend.baseUrl}/api/workflows/hooks/generic`,
        {
          method: 'POST',
          agent: this.agent,
          headers: {
            'Content-Type': 'application/json',
            [SIGNATURE_HEADER]: signature,
          },
        },
        answer => {
          answer.resume();
          answer.once('end', () =>
            answer.statusCode === 202
              ? resolve()
              : reject(new Error(`The hook answered ${answer.statusCode}`)),
          );
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  }

  /** Processor time of the backend so far. */
  cpuMs(): Promise<number> {
    return this.backend.ask('cpu');
  }

  /** How long each event took to be matched since the last time. */
  takeMatches(): Promise<number[]> {
    return this.backend.ask('matches');
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    await this.knex.destroy();
    await this.backend.dispose();
  }
}
