import type { WorkflowDefinition } from 'backstage-plugin-workflows-common';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { USERS, asUser, startPlugin } from '../testing/startPlugin';

const valid = () => ({
  name: 'Tell',
  description: '',
  ownerRef: 'group:default/payments',
  definition: simpleDefinition(),
});

function withDefinition(change: (definition: any) => void) {
  const body = valid();
  change(body.definition as WorkflowDefinition);
  return JSON.stringify(body);
}

const action = (id: string) => ({
  ...simpleDefinition().nodes[1],
  id,
});

const CASES: Array<{
  what: string;
  body: () => string;
  type?: string;
  encoding?: string;
  status: number;
  says: RegExp;
}> = [
  {
    what: 'malformed JSON',
    body: () => '{"name": "x", ',
    status: 400,
    says: /not valid JSON/,
  },
  {
    what: 'JSON that is no object',
    body: () => '"text"',
    status: 400,
    says: /not valid JSON/,
  },
  {
    what: 'a form',
    body: () => 'name=x',
    type: 'application/x-www-form-urlencoded',
    status: 415,
    says: /must be application\/json, not application\/x-www-form/,
  },
  {
    what: 'JSON declared as text',
    body: () => JSON.stringify(valid()),
    type: 'text/plain',
    status: 415,
    says: /must be application\/json/,
  },
  {
    what: 'what is not compressed as it says',
    body: () => JSON.stringify(valid()),
    encoding: 'gzip',
    status: 400,
    says: /not compressed as the header Content-Encoding says/,
  },
  {
    what: 'an unknown charset',
    body: () => JSON.stringify(valid()),
    type: 'application/json; charset=klingon',
    status: 415,
    says: /charset/,
  },
  {
    what: 'more than 2 MB',
    body: () => JSON.stringify({ ...valid(), note: 'x'.repeat(2_200_000) }),
    status: 413,
    says: /larger than 2mb/,
  },
  {
    what: 'nesting 10,000 deep',
    body: () =>
      JSON.stringify(valid()).replace(
        '"nodes"',
        `"deep":${'['.repeat(10_000)}${']'.repeat(10_000)},"nodes"`,
      ),
    status: 400,
    says: /nest deeper than 100/,
  },
  {
    what: '__proto__ as a key',
    body: () =>
      JSON.stringify(valid()).replace(
        '"nodes"',
        '"__proto__":{"polluted":true},"nodes"',
      ),
    status: 400,
    says: /body\.definition must not have the key "__proto__"/,
  },
  {
    what: 'NUL in a name',
    body: () => JSON.stringify({ ...valid(), name: 'a\u0000b' }),
    status: 400,
    says: /body\.name must not contain the NUL/,
  },
  {
    what: 'an empty name and a wrong owner',
    body: () => JSON.stringify({ ...valid(), name: '', ownerRef: 'payments' }),
    status: 400,
    says: /name.*ownerRef/s,
  },
  {
    what: 'no name',
    body: () => JSON.stringify({ ...valid(), name: undefined }),
    status: 400,
    says: /name/,
  },
  {
    what: 'an unknown field',
    body: () => JSON.stringify({ ...valid(), enabled: true }),
    status: 400,
    says: /additional properties|enabled/,
  },
  {
    what: 'a cycle',
    body: () =>
      withDefinition(definition => {
        definition.nodes.push(action('b'));
        definition.edges.push(
          { id: 'e2', source: 'tell', target: 'b' },
          { id: 'e3', source: 'b', target: 'tell' },
        );
      }),
    status: 400,
    says: /cannot be saved: definition\..*tell/,
  },
  {
    what: 'two triggers',
    body: () =>
      withDefinition(definition => {
        definition.nodes.push({ ...definition.nodes[0], id: 'second' });
      }),
    status: 400,
    says: /trigger/,
  },
  {
    what: 'an unknown node type',
    body: () =>
      withDefinition(definition => {
        definition.nodes[1].type = 'loop';
      }),
    status: 400,
    says: /definition\.nodes\.1\.type/,
  },
  {
    what: '10,000 nodes',
    body: () =>
      withDefinition(definition => {
        definition.nodes = Array.from({ length: 10_000 }, (_, index) => ({
          id: `n${index}`,
        }));
      }),
    status: 400,
    says: /definition\.nodes: a workflow has at most 200 nodes, found 10000/,
  },
];

describe('bad input', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'gets a clear error and leaves nothing behind on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const backend = await startPlugin({ knex });
      const member = backend.as(asUser(USERS.member));
      for (const { what, body, type, encoding, status, says } of CASES) {
        const answer = await member
          .post('/workflows')
          .set('Content-Type', type ?? 'application/json')
          .set('Content-Encoding', encoding ?? 'identity')
          .send(body());
        expect({
          what,
          status: answer.status,
          message: answer.body.error?.message,
        }).toEqual({ what, status, message: expect.stringMatching(says) });
      }
      expect(await knex('workflows').select()).toEqual([]);
      expect(await knex('workflow_versions').select()).toEqual([]);
      expect(({} as any).polluted).toBeUndefined();

      const next = await member.post('/workflows').send(valid());
      expect(next.status).toBe(201);
    },
  );

  it.each(databases.eachSupportedId())(
    'in paths, queries and headers is named on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const backend = await startPlugin({ knex });
      const member = backend.as(asUser(USERS.member));
      const created = await member.post('/workflows').send(valid());
      const path = `/workflows/${created.body.id}`;

      const answers = {
        id: await member.get('/workflows/1'),
        limit: await member.get('/workflows?limit=1000'),
        unknown: await member.get('/workflows?colour=red'),
        after: await member.get('/executions?after=x'),
        nul: await member.get('/workflows?search=a%00b'),
        version: await member.get(`${path}/versions/0`),
        huge: await member.get(`${path}/versions/99999999999`),
        publish: await member
          .post(`${path}/publish`)
          .send({ version: 9_000_000_000_000 }),
        ifMatch: await member.put(path).set('If-Match', '1').send({}),
        secret: await member
          .put(`${path}/secrets/lower`)
          .send({ value: 'x', allowedHosts: ['a.example.com'] }),
        hosts: await member
          .put(`${path}/secrets/TOKEN`)
          .send({ value: 'x', allowedHosts: ['https://a.example.com/'] }),
      };
      expect(
        Object.fromEntries(
          Object.entries(answers).map(([name, { status }]) => [name, status]),
        ),
      ).toEqual({
        id: 400,
        limit: 400,
        unknown: 400,
        after: 400,
        nul: 400,
        version: 400,
        huge: 400,
        publish: 404,
        ifMatch: 400,
        secret: 400,
        hosts: 400,
      });
      expect(answers.limit.body.error.message).toContain('limit');
      expect(answers.unknown.body.error.message).toContain('colour');
      expect(answers.hosts.body.error.message).toContain('allowedHosts');
    },
  );
});
