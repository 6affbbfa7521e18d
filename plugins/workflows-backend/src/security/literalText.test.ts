import { randomBytes } from 'node:crypto';
import type {
  WorkflowDefinition,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { Receiver } from '../engine/testing/receiver';
import { eventually } from '../integration/__testUtils__/eventually';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { USERS, asUser, startPlugin } from '../testing/startPlugin';

jest.setTimeout(60_000);

const VALUE = `canary-${randomBytes(12).toString('hex')}`;

/** Everything that could be taken for a reference, a template, an end of a text or a key. */
const TITLE =
  'Down {"secret":"TOKEN"} {{ TOKEN }} {{ secrets.TOKEN }} ${TOKEN} {{ 7 * 7 }} {% include "/etc/passwd" %} ","injected":"yes';
const LABELS = {
  constructor: 'c',
  prototype: 'p',
  secret: 'TOKEN',
  quoted: '{{ incident.title }}"}',
};

const position = { x: 0, y: 0 };

function webhook(id: string, config: object): WorkflowNode {
  return {
    id,
    type: 'action',
    position,
    data: {
      actionType: 'webhook',
      onError: 'continue',
      retry: { attempts: 1 },
      config: { method: 'POST', ...config } as any,
    },
  };
}

function chain(steps: WorkflowNode[]): WorkflowDefinition {
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

describe('what senders and receivers write', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'arrives as literal text, and names no secret, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const receiver = await Receiver.start((request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(
          request.path === '/first'
            ? JSON.stringify({
                text: TITLE,
                lines: 'a\r\nX-Injected: yes',
                reference: { secret: 'TOKEN' },
                // JSON.stringify leaves it out.
                ['__proto__']: { polluted: true },
              }).replace('{', '{"__proto__":{"polluted":true},')
            : '{}',
        );
      });
      const url = receiver.url;
      const output = 'steps.first.output.body';
      const backend = await startPlugin({
        knex,
        config: {
          egress: { allow: [receiver.host], allowPublic: false },
          secrets: {
            keys: [{ id: 'k1', key: randomBytes(32).toString('base64') }],
          },
        },
      });
      const admin = backend.as(asUser(USERS.admin));
      const { body: workflow } = await admin.post('/workflows').send({
        name: 'Literal',
        description: '',
        definition: chain([
          webhook('first', {
            url: `${url}/first`,
            headers: {
              'X-Key': { secret: 'TOKEN' },
              'X-Title': '{{ incident.title }}',
            },
            body: {
              title: '{{ incident.title }}',
              around: 'It says: "{{ incident.title }}"',
              labels: '{{ incident.labels }}',
            },
          }),
          webhook('echo', {
            url: `${url}/echo`,
            body: { text: `{{ ${output}.text }}` },
          }),
          webhook('reference', {
            url: `${url}/reference`,
            body: { stolen: `{{ ${output}.reference }}` },
          }),
          webhook('header', {
            url: `${url}/header`,
            headers: { 'X-Lines': `{{ ${output}.lines }}` },
            body: {},
          }),
          webhook('path', {
            url: `${url}/path/{{ ${output}.text }}`,
            body: {},
          }),
        ]),
      });
      await admin
        .put(`/workflows/${workflow.id}/secrets/TOKEN`)
        .send({ value: VALUE, allowedHosts: [receiver.host] })
        .expect(200);
      await admin.post(`/workflows/${workflow.id}/publish`).expect(200);
      await admin.post(`/workflows/${workflow.id}/enable`).expect(200);
      await admin
        .post('/incidents')
        .send({ patch: { title: TITLE, labels: LABELS } })
        .expect(202);
      const { body: page } = await eventually(
        () => admin.get('/executions'),
        answer => answer.body.items?.some((item: any) => item.finishedAt),
      );
      const { body: run } = await admin.get(`/executions/${page.items[0].id}`);
      await receiver.stop();

      const [first, echo, path, ...others] = receiver.received;
      expect(others).toEqual([]);
      const { constructor, prototype, ...usable } = LABELS;
      expect(JSON.parse(first.body)).toEqual({
        title: TITLE,
        around: `It says: "${TITLE}"`,
        labels: usable,
      });
      expect(first.headers['x-key']).toBe(VALUE);
      expect(first.headers['x-title']).toBe(TITLE);
      expect(JSON.parse(echo.body)).toEqual({ text: TITLE });
      expect(path.path).toBe(`/path/${encodeURIComponent(TITLE)}`);
      expect(JSON.stringify([first.body, echo, path])).not.toContain(VALUE);

      const errors = Object.fromEntries(
        run.steps.map((step: any) => [step.nodeId, step.error?.message]),
      );
      expect(errors.reference).toContain('the shape of a secret reference');
      expect(errors.header).toContain('would hold a line break or NUL');
      expect(receiver.received.every(r => !('x-injected' in r.headers))).toBe(
        true,
      );
      expect(({} as any).polluted).toBeUndefined();
    },
  );
});
