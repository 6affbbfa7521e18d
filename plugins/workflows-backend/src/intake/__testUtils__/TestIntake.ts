import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type { WorkflowsSignal } from 'backstage-plugin-workflows-common';
import express from 'express';
import type { Knex } from 'knex';
import type { AddressInfo } from 'node:net';
import type { EntityRules } from '../../catalog/EntityRules';
import { type DatabaseClock, databaseClock } from '../../database/clock';
import { Intake } from '../Intake';
import { readSources } from '../readSources';
import { builtInSources } from '../sources/builtInSources';
import { silentDriver } from '../../testing/silentDriver';

export const TOKEN = 'a-token-of-the-tests';

const SOURCES: JsonObject = {
  alerts: { type: 'alertmanager', tokens: [TOKEN] },
  groups: { type: 'alertmanager', tokens: [TOKEN], incidentPer: 'group' },
  pager: {
    type: 'generic',
    tokens: [TOKEN],
    fields: { incidentKey: 'id', title: 'what', status: 'state' },
    statuses: { open: 'triggered', done: 'resolved' },
  },
};

/** The intake behind a real HTTP server on a free port. */
export class TestIntake {
  readonly changes: WorkflowsSignal[] = [];
  pokes = 0;
  readonly logger = mockServices.logger.mock();
  private constructor(
    private readonly knex: Knex,
    private readonly server: { close(): void; address(): unknown },
    private readonly catalog: CatalogService,
    private intake?: Intake,
  ) {}

  static async start(options: {
    knex: Knex;
    clock?: DatabaseClock;
    sources?: JsonObject;
    entities?: Entity[];
    entityRules?: EntityRules;
    catalog?: CatalogService;
    /** Whether deliveries are processed, too. Default true. */
    process?: boolean;
  }): Promise<TestIntake> {
    const {
      knex,
      clock = databaseClock,
      entities,
      sources = SOURCES,
    } = options;
    const app = express();
    const server = app.listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const { catalog = catalogServiceMock({ entities }) } = options;
    const test = new TestIntake(knex, server, catalog);
    const { logger } = test;
    const intake = Intake.create({
      knex,
      clock,
      driver: silentDriver,
      sources: readSources({
        config: new ConfigReader({ workflows: { sources } }),
        types: builtInSources,
      }),
      catalog: test.catalog,
      entityRules: options.entityRules,
      auth: mockServices.auth(),
      logger,
      onChange: signal => test.changes.push(signal),
      pokeEngine: () => test.pokes++,
    });
    test.intake = intake;
    app.use(intake.hooksRouter);
    const config = mockServices.rootConfig();
    app.use(
      MiddlewareFactory.create({
        config,
        logger: mockServices.rootLogger({ level: 'none' }),
      }).error(),
    );
    if (options.process ?? true) {
      intake.start();
    }
    return test;
  }

  get url() {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Posts to a hook as a sender does; an object is sent as JSON. */
  async post(
    sourceId: string,
    body: unknown,
    headers: Record<string, string> = {},
  ) {
    const response = await fetch(`${this.url}/hooks/${sourceId}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${TOKEN}`,
        ...headers,
      },
      body:
        typeof body === 'string' || body instanceof Uint8Array
          ? body
          : JSON.stringify(body),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: await response.json(),
    };
  }

  get edits() {
    return this.intake!.edits;
  }

  get keep() {
    return this.intake!.keep;
  }

  /** From now on the catalog does not answer. */
  catalogIsAway() {
    for (const name of ['queryEntities', 'getEntityByRef'] as const) {
      jest.spyOn(this.catalog, name).mockRejectedValue(new Error('no route'));
    }
  }

  /** Waits for a line of the log. */
  async logged(level: 'debug' | 'warn') {
    for (let look = 0; look < 500; look++) {
      if (this.logger[level].mock.calls.length > 0) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    throw new Error(`Nothing was logged as ${level}`);
  }

  replay(deliveryId: string) {
    return this.intake!.replay(deliveryId);
  }

  /** Waits until no delivery is left to be processed. */
  async settled(): Promise<void> {
    for (let look = 0; look < 1_000; look++) {
      const left = await this.knex('incident_deliveries')
        .whereNotNull('due_at')
        .first('id');
      if (!left) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    throw new Error('Deliveries are still waiting after 20 s');
  }

  async stop() {
    await this.intake?.stop();
    this.server.close();
  }
}
