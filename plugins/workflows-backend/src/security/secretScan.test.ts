import { randomBytes } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import type {
  Auth,
  WorkflowDefinition,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { type Received, Receiver } from '../engine/testing/receiver';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { USERS, asUser, startPlugin } from '../testing/startPlugin';

/** Twenty secrets of the alphabets that real ones have. */
const SECRETS = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [
    `SECRET_${i}`,
    [
      `ghp_${randomBytes(18).toString('hex')}`,
      `xoxb-${randomBytes(16).toString('base64')}`,
      `p@ss w/ "quotes" & <${randomBytes(9).toString('base64url')}>`,
      `ätöken-${randomBytes(12).toString('base64')}=`,
    ][i % 4],
  ]),
);
const NAMES = Object.keys(SECRETS);
/** HTTP headers carry only what is in Latin-1. */
const IN_HEADERS = NAMES.filter((_, i) => i % 4 !== 3);

function spellings(value: string): string[] {
  const bytes = Buffer.from(value);
  const json = JSON.stringify(value).slice(1, -1);
  return [
    value,
    json,
    JSON.stringify(json).slice(1, -1),
    encodeURIComponent(value),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    // As a header goes over the wire.
    Buffer.from(value, 'latin1').toString('base64').replace(/=+$/, ''),
  ];
}

const position = { x: 0, y: 0 };

function webhook(id: string, url: string, rest: object): WorkflowNode {
  return {
    id,
    type: 'action',
    position,
    data: {
      actionType: 'webhook',
      onError: 'continue',
      retry: { attempts: 1 },
      config: { method: 'POST', url, ...rest } as any,
    },
  };
}

/** A step for each secret, by each way in which one is sent. */
function definitionOf(url: string): WorkflowDefinition {
  const auths = (name: string): Auth[] => [
    { type: 'bearer', token: { secret: name } },
    { type: 'basic', username: 'portal', password: { secret: name } },
    {
      type: 'oauth2',
      tokenUrl: `${url}/token`,
      clientId: 'portal',
      clientSecret: { secret: name },
    },
  ];
  const steps = NAMES.map((name, i) =>
    webhook(`s${i}`, `${url}/echo/${i}`, {
      ...(IN_HEADERS.includes(name) && {
        headers: { 'X-Api-Key': { secret: name } },
      }),
      auth: IN_HEADERS.includes(name) ? auths(name)[i % 3] : auths(name)[1],
      body: {
        title: '{{ incident.title }}',
        ...(i > 0 && { before: `{{ steps.s${i - 1}.output }}` }),
      },
    }),
  );
  return {
    schemaVersion: 1,
    trigger: { type: 'incident_created', conditions: [] },
    settings: {},
    nodes: [{ id: 'start', type: 'trigger', position, data: {} }, ...steps],
    edges: steps.map(({ id }, i) => ({
      id: `e${i}`,
      source: i === 0 ? 'start' : steps[i - 1].id,
      target: id,
    })),
  };
}

/** Gives back everything that it was sent, in every way that it can. */
function echo(request: Received, response: any, count: number) {
  const sent = JSON.stringify(request.headers);
  if (request.path === '/token') {
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify({
        access_token: `token-${randomBytes(12).toString('hex')}`,
        token_type: 'Bearer',
        expires_in: 600,
      }),
    );
    return;
  }
  const { authorization = '', 'x-api-key': key = '' } = request.headers;
  const texts = [authorization, String(key)];
  response.statusCode = [200, 400, 500, 302, 401][count % 5];
  texts.forEach((text, i) => {
    response.setHeader(`X-Echo-${i}`, encodeURIComponent(text));
    response.setHeader(`X-Echo-Base64-${i}`, btoa(text));
  });
  response.setHeader(
    'Location',
    `http://127.0.0.1:9/?${encodeURIComponent(texts.join())}`,
  );
  response.setHeader('Content-Type', 'application/json');
  response.end(
    JSON.stringify({
      sent,
      hex: Buffer.from(texts.join(), 'latin1').toString('hex'),
      base64: btoa(texts.join(' ')),
      basic: Buffer.from(
        authorization.replace('Basic ', ''),
        'base64',
      ).toString(),
      nested: JSON.stringify({ again: JSON.stringify(texts) }),
    }),
  );
}

async function everythingIn(knex: Knex): Promise<string> {
  const tables: string[] =
    knex.client.config.client === 'pg'
      ? (
          await knex.raw(
            "select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'",
          )
        ).rows.map((row: any) => row.table_name)
      : (
          await knex.raw("select name from sqlite_master where type = 'table'")
        ).map((row: any) => row.name);
  expect(tables).toContain('workflow_execution_steps');
  const rows = await Promise.all(tables.map(table => knex(table)));
  return JSON.stringify(rows);
}

describe('after a run with twenty secrets', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'none of them is in the database, the logs or an answer of the API, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const receiver = await Receiver.start(echo);
      const logged: unknown[] = [];
      const logger = mockServices.logger.mock();
      for (const level of ['debug', 'info', 'warn', 'error'] as const) {
        logger[level].mockImplementation((...args: unknown[]) => {
          logged.push(
            args.map(arg => (arg instanceof Error ? [arg.stack, arg] : arg)),
          );
        });
      }
      logger.child.mockReturnValue(logger);
      const backend = await startPlugin({
        knex,
        config: {
          egress: { allow: [receiver.host], allowPublic: false },
          secrets: {
            keys: [{ id: 'k1', key: randomBytes(32).toString('base64') }],
          },
        },
        features: [
          createServiceFactory({
            service: coreServices.logger,
            deps: {},
            factory: () => logger,
          }),
        ],
      });
      const admin = backend.as(asUser(USERS.admin));
      const { body: workflow } = await admin.post('/workflows').send({
        name: 'Leaky',
        description: '',
        definition: definitionOf(receiver.url),
      });
      for (const name of NAMES) {
        const put = await admin
          .put(`/workflows/${workflow.id}/secrets/${name}`)
          .send({ value: SECRETS[name], allowedHosts: [receiver.host] });
        expect(put.status).toBe(200);
      }
      expect(
        (await admin.post(`/workflows/${workflow.id}/publish`)).status,
      ).toBe(200);
      expect(
        (await admin.post(`/workflows/${workflow.id}/enable`)).status,
      ).toBe(200);

      await admin.post('/incidents').send({
        patch: {
          title:
            'Down {"secret":"SECRET_0"} {{ SECRET_1 }} {{ secrets.SECRET_2 }} ${SECRET_3}',
        },
      });
      const execution = await until(async () => {
        const { body } = await admin.get('/executions');
        return body.items.find((item: any) => item.finishedAt)?.id;
      });

      // Each was really sent, so there was something to leak.
      const wire = JSON.stringify(receiver.received);
      const sent = NAMES.filter(name => {
        const value = SECRETS[name];
        const basic = Buffer.from(`portal:${value}`).toString('base64');
        return (
          [JSON.stringify(value).slice(1, -1), basic].some(text =>
            wire.includes(text),
          ) ||
          receiver.received.some(
            ({ headers }) => headers['x-api-key'] === value,
          )
        );
      });
      expect(sent).toEqual(NAMES);

      const { body: detail } = await admin.get(`/executions/${execution}`);
      expect(detail.steps).toHaveLength(NAMES.length);
      const answers = await Promise.all(
        [
          '/workflows',
          `/workflows/${workflow.id}`,
          `/workflows/${workflow.id}/versions`,
          `/workflows/${workflow.id}/versions/1`,
          `/workflows/${workflow.id}/secrets`,
          '/executions',
          `/executions/${execution}`,
          '/incidents',
          `/incidents/${detail.incidentId}`,
          `/incidents/${detail.incidentId}/timeline`,
          '/deliveries',
          '/actions',
          '/sources',
        ].map(async path => {
          const { status, text } = await admin.get(path);
          expect([path, status]).toEqual([path, 200]);
          return text;
        }),
      );
      const { text: dryRun } = await admin
        .post(`/workflows/${workflow.id}/dry-run`)
        .send({ incidentId: detail.incidentId });

      const places = {
        database: await everythingIn(knex),
        logs: JSON.stringify(logged),
        answers: answers.join('\n'),
        'the dry run': dryRun,
      };
      const found = Object.entries(places).flatMap(([place, text]) =>
        NAMES.flatMap(name =>
          spellings(SECRETS[name])
            .filter(spelling => text.includes(spelling))
            .map(spelling => `${name} in ${place} as ${spelling}`),
        ),
      );
      await receiver.stop();
      expect(found).toEqual([]);
    },
    60_000,
  );
});

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 40_000; Date.now() < end; ) {
    const found = await look();
    if (found !== undefined) {
      return found;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('it did not happen in 40 s');
}
