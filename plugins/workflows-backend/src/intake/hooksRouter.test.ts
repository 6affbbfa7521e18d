import type { Knex } from 'knex';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { TOKEN, TestIntake } from './__testUtils__/TestIntake';
import { alert, delivery } from './__testUtils__/alerts';

const ALERT = JSON.stringify(delivery(alert({ name: 'a' })));

describe('the hook', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let intake: TestIntake;

    beforeEach(async () => {
      knex = await migratedDatabase(databases, id);
      intake = await TestIntake.start({ knex });
    });

    // Whatever was sent, the next delivery is taken.
    afterEach(async () => {
      const { status } = await intake.post('alerts', ALERT);
      await intake.stop();
      if (status !== 200 && status !== 202) {
        throw new Error(`The next delivery was answered with ${status}`);
      }
    });

    const kept = () => knex('incident_deliveries').orderBy('id');

    it('keeps the raw body, and headers without credentials', async () => {
      const { status, body } = await intake.post('alerts', ALERT, {
        cookie: 'a=b',
        'x-api-key': 'k',
        'x-hub-signature-256': 's',
        'x-gitlab-token': 't',
        'proxy-authorization': 'p',
        'x-request-id': 'r',
      });
      expect([status, body.status]).toEqual([202, 'accepted']);
      const [row] = await kept();
      expect(row).toMatchObject({ id: body.id, body: ALERT });
      const headers = Object.keys(JSON.parse(row.headers));
      expect(headers).toEqual(
        expect.arrayContaining(['x-request-id', 'content-type']),
      );
      expect(headers.join()).not.toMatch(
        /authorization|cookie|api-key|signature|token/,
      );
    });

    it('answers 200 to a copy, with or without a trailing slash', async () => {
      const first = await intake.post('alerts', ALERT);
      const second = await intake.post('alerts/', ALERT);
      expect(second).toMatchObject({
        status: 200,
        body: { status: 'duplicate', id: first.body.id },
      });
    });

    it.each([
      ['an unknown source', 404, 'nobody', ALERT, {}],
      ['a source named __proto__', 404, '__proto__', ALERT, {}],
      ['no credentials', 401, 'alerts', ALERT, { authorization: '' }],
      ['a wrong token', 401, 'alerts', ALERT, { authorization: 'Bearer x' }],
      [
        'a wrong token of the right length',
        401,
        'alerts',
        ALERT,
        { authorization: `Bearer ${'x'.repeat(TOKEN.length)}` },
      ],
      [
        'wrong credentials before anything else',
        401,
        'alerts',
        '<xml/>',
        { authorization: 'Bearer x', 'content-type': 'text/xml' },
      ],
      ['what is not JSON', 400, 'alerts', '{"alerts": [', {}],
      ['nothing', 400, 'alerts', '', {}],
      ['bytes that are no text', 400, 'alerts', Buffer.from([0xff]), {}],
      ['a raw NUL', 400, 'alerts', '{"a":"\u0000"}', {}],
      ['deep nesting', 400, 'alerts', deep(10_000), {}],
      ['very deep nesting', 400, 'alerts', deep(1_000_000), {}],
      ['a form', 415, 'alerts', 'a=b', { 'content-type': 'text/plain' }],
      [
        'a compressed body',
        415,
        'alerts',
        gzipSync(ALERT),
        { 'content-encoding': 'gzip' },
      ],
      ['a large body', 413, 'alerts', `"${'x'.repeat(3_000_000)}"`, {}],
    ])(
      'refuses %s with %i in the shape of Backstage',
      async (_, status, sourceId, body, headers) => {
        const answer = await intake.post(sourceId, body, headers as {});
        expect(answer.status).toBe(status);
        expect(answer.body).toEqual({
          error: expect.objectContaining({
            name: expect.any(String),
            message: expect.stringMatching(/\w/),
          }),
          request: { method: 'POST', url: `/hooks/${sourceId}` },
          response: { statusCode: status },
        });
        expect(JSON.stringify(answer.body)).not.toContain(TOKEN);
        expect(await kept()).toEqual([]);
      },
    );

    it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'])(
      'says to %s that it takes POST',
      async method => {
        const at = (source: string) =>
          fetch(`${intake.url}/hooks/${source}`, { method });
        const answer = await at('alerts');
        expect([answer.status, answer.headers.get('allow')]).toEqual([
          405,
          'POST',
        ]);
        expect((await at('nobody')).status).toBe(404);
        expect(await kept()).toEqual([]);
      },
    );

    it('logs no error of a sender that hangs up', async () => {
      await hangUp(intake.url);
      await intake.logged('debug');
      expect(await kept()).toEqual([]);
      expect(intake.logger.error).not.toHaveBeenCalled();
      expect(intake.logger.debug).toHaveBeenCalledWith(
        'A delivery to alerts broke off',
      );
    });

    it('names the depth that it takes', async () => {
      const { body } = await intake.post('alerts', deep(101));
      expect(body.error.message).toBe(
        'The body nests more than 100 levels deep',
      );
      expect((await intake.post('alerts', deep(100))).status).toBe(202);
    });

    it.each(['application/json; charset=utf-8', 'application/vnd.x+json'])(
      'takes the content type %s',
      async type => {
        const { status } = await intake.post('alerts', ALERT, {
          'content-type': type,
        });
        expect(status).toBe(202);
      },
    );

    it('refuses a body without an end, without reading on', async () => {
      const { status, sent } = await stream(intake.url, 100_000_000);
      expect(status).toBe(413);
      // What the sockets' buffers took, and no more.
      expect(sent).toBeLessThan(50_000_000);
    });

    it.each([
      ['100 MB by what is announced', TOKEN, 413],
      ['a stranger, however much is announced', 'x', 401],
    ])(
      'refuses %s, before any of it is sent',
      async (_, token, expectedStatus) => {
        const { hostname, port } = new URL(intake.url);
        const socket = connect(Number(port), hostname);
        socket.write(
          `POST /hooks/alerts HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\nContent-Length: 100000000\r\n\r\n`,
        );
        const [answer] = await once(socket, 'data');
        socket.destroy();
        expect(String(answer)).toMatch(
          new RegExp(`^HTTP/1\\.1 ${expectedStatus} `),
        );
      },
    );

    it('keeps the exact text, whatever a parser would make of it', async () => {
      const text =
        '{ "id": 9007199254740993,\n "what": "one", "what": "two\\u0000", "n": 1.0e2 }';
      await intake.post('pager', text);
      await intake.settled();
      expect(await kept()).toMatchObject([{ body: text, state: 'processed' }]);
      expect(await knex('incidents')).toMatchObject([
        { incident_key: '9007199254740993', title: 'two\ufffd' },
      ]);
    });

    it('keeps a valid body that says nothing of an incident, as failed', async () => {
      const { status } = await intake.post('alerts', '[1, 2]');
      expect(status).toBe(202);
      await intake.settled();
      expect(await kept()).toMatchObject([
        { state: 'failed', error: expect.stringContaining('the body: ') },
      ]);
    });

    it('keeps a delivery without alerts, as ignored', async () => {
      await intake.post('alerts', delivery());
      await intake.settled();
      expect(await kept()).toMatchObject([
        { state: 'ignored', error: 'The delivery holds no alerts' },
      ]);
    });

    it('takes __proto__, NUL, half surrogates and big integers as data', async () => {
      await intake.post(
        'alerts',
        `{"groupKey": 5615590933959184469, "__proto__": {"polluted": 1},
          "alerts": [{"status": "firing", "startsAt": "2026-11-22T10:00:00Z",
            "labels": {"alertname": "a\\u0000b\\ud800", "__proto__": "x", "constructor": "y"},
            "annotations": {"__proto__": "z"}, "fingerprint": "f\\u0000\\udfff"}]}`,
      );
      await intake.post('pager', '{"id": 9007199254740993, "what": "one"}');
      await intake.post('pager', '{"id": 9007199254740992, "what": "two"}');
      await intake.settled();

      expect((await kept()).map(row => [row.state, row.error])).toEqual([
        ['processed', null],
        ['processed', null],
        ['processed', null],
      ]);
      const incidents = await knex('incidents').orderBy('id');
      expect(incidents.map(row => row.incident_key).sort()).toEqual([
        '9007199254740992',
        '9007199254740993',
        'f\ufffd\ufffd',
      ]);
      const folded = JSON.parse(
        incidents.find(row => row.source_id === 'alerts').folded,
      );
      expect(folded.title).toBe('a\u0000b\ud800');
      expect(folded.labels.constructor).toBe('y');
      expect(folded.metadata.groupKey).toBe('5615590933959184469');
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });
  });
});

function deep(levels: number) {
  return '['.repeat(levels) + ']'.repeat(levels);
}

/** Sends a body in chunks, without saying its length, for as long as it is let. */
function stream(url: string, size: number) {
  return new Promise<{ status?: number; sent: number }>((resolve, reject) => {
    let sent = 0;
    let status: number | undefined;
    const request = httpRequest(`${url}/hooks/alerts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    request.on('response', response => {
      status = response.statusCode;
      response.resume();
    });
    request.on('error', error => status ?? reject(error));
    request.on('close', () => resolve({ status, sent }));
    const chunk = Buffer.alloc(65_536, ' ');
    const write = () => {
      while (sent < size && !request.destroyed && status === undefined) {
        sent += chunk.length;
        if (!request.write(chunk)) {
          request.once('drain', write);
          return;
        }
      }
      request.end();
    };
    write();
  });
}

/** Sends a part of a body, and ends the connection when it is being read. */
async function hangUp(url: string) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /hooks/alerts HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${TOKEN}\r\nExpect: 100-continue\r\nContent-Length: 1000\r\n\r\n`,
  );
  // The server asks for the body once it reads it.
  await once(socket, 'data');
  socket.write('{"alerts": [');
  await new Promise(resolve => setImmediate(resolve));
  socket.destroy();
  await once(socket, 'close');
}
