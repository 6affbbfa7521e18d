import { LIMITS } from 'backstage-plugin-workflows-common';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { engineUnderTest, webhook } from './testing/engineUnderTest';
import { definition, incidentContext, node } from './testing/fixtures';
import { Receiver } from './testing/receiver';

describe('runSegment', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let receiver: Receiver;
  afterEach(() => receiver?.stop());

  const critical = node('severity', 'condition', {
    match: 'all',
    conditions: [{ field: 'severity', value: 'critical' }],
  });

  it.each(ids)(
    'runs trigger, condition and webhook in at most 12 statements on %s',
    async id => {
      receiver = await Receiver.start((_, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end('{"ok":true}');
      });
      const knex = await migratedDatabase(databases, id);
      const test = engineUnderTest(knex, {
        // One statement, as reading an incident by its id is.
        loadIncident: async () => {
          await knex('incidents').where({ id: 'none' }).first();
          return incidentContext({ title: 'Now "quoted" {{ 1 }}' }).incident;
        },
      });
      const execution = await test.start(
        definition([critical, webhook('tell', `${receiver.url}/a`)], {
          edges: ['trigger>severity', 'severity:true>tell'],
        }),
      );
      const statements: string[] = [];
      knex.on('query', ({ sql }) => statements.push(sql));
      const claimed = await test.claim();
      await test.run(claimed!);
      knex.removeAllListeners('query');
      expect(
        statements.filter(sql => /^(BEGIN|COMMIT)/i.test(sql)),
      ).toHaveLength(4);
      expect(statements.length).toBeLessThanOrEqual(12);

      expect(await test.execution(execution)).toMatchObject({
        status: 'COMPLETED',
        reason_code: null,
        due_at: null,
        epoch: 1,
      });
      expect(await test.steps(execution)).toMatchObject({
        severity: {
          state: 'completed',
          branch: 'true',
          explanation: {
            match: 'all',
            holds: true,
            conditions: [
              {
                field: 'severity',
                operator: 'equals',
                expected: 'critical',
                actual: 'critical',
                holds: true,
              },
            ],
          },
        },
        tell: {
          state: 'completed',
          effect_state: 'confirmed',
          effect_key: `${execution}.tell`,
          output: { status: 200, body: { ok: true } },
        },
      });
      expect(await test.attempts(execution, 'tell')).toEqual([
        expect.objectContaining({ attempt: 1, outcome: 'succeeded' }),
      ]);
      expect(receiver.received).toEqual([
        expect.objectContaining({
          path: '/a',
          body: '{"title":"Now \\"quoted\\" {{ 1 }}"}',
          headers: expect.objectContaining({
            'idempotency-key': `${execution}.tell`,
            'content-type': 'application/json',
          }),
        }),
      ]);
      expect(test.onChange).toHaveBeenLastCalledWith({
        kind: 'execution',
        id: execution,
      });
    },
  );

  it.each(ids)('skips the branch that is not taken on %s', async id => {
    receiver = await Receiver.start();
    const test = engineUnderTest(await migratedDatabase(databases, id));
    const execution = await test.start(
      definition(
        [
          critical,
          webhook('loud', `${receiver.url}/loud`),
          webhook('quiet', `${receiver.url}/quiet`),
          webhook('both', `${receiver.url}/both`),
        ],
        {
          edges: [
            'trigger>severity',
            'severity:true>loud',
            'severity:false>quiet',
            'loud>both',
            'quiet>both',
          ],
        },
      ),
      { context: incidentContext({ severity: 'low' }) },
    );
    await test.drain();
    expect((await test.execution(execution))?.status).toBe('COMPLETED');
    expect(await test.steps(execution)).toMatchObject({
      severity: { branch: 'false', explanation: { holds: false } },
      loud: { state: 'skipped', effect_key: null, started_at: null },
      quiet: { state: 'completed' },
      both: { state: 'completed' },
    });
    expect(receiver.received.map(({ path }) => path)).toEqual([
      '/quiet',
      '/both',
    ]);
  });

  it.each(ids)('waits for a delay by the database’s clock on %s', async id => {
    receiver = await Receiver.start();
    const knex = await migratedDatabase(databases, id);
    const test = engineUnderTest(knex);
    const execution = await test.start(
      definition([
        node('wait', 'delay', { duration: '5min' }),
        webhook('tell', receiver.url),
      ]),
    );
    await test.drain();
    const resumeAt = test.clock.read() + 300_000;
    const waiting = await test.execution(execution);
    expect(waiting?.status).toBe('WAITING');
    expect(Number(waiting?.due_at)).toBe(resumeAt);
    expect(Number(waiting?.resume_at)).toBe(resumeAt);

    // Woken early, it waits for the rest.
    test.clock.advance(299_000);
    await knex('workflow_executions').update({ due_at: test.clock.read() });
    await test.drain();
    expect(Number((await test.execution(execution))?.due_at)).toBe(resumeAt);
    expect(receiver.received).toEqual([]);

    test.clock.advance(1_000);
    await test.drain();
    expect(await test.execution(execution)).toMatchObject({
      status: 'COMPLETED',
      resume_at: null,
    });
    expect((await test.steps(execution)).wait).toMatchObject({
      state: 'completed',
      resume_at: null,
    });
    expect(receiver.received).toHaveLength(1);
  });

  it.each(ids)(
    'gives later nodes what earlier ones gave, encoded in URLs, on %s',
    async id => {
      receiver = await Receiver.start((_, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end('{"id":"a/b?c","n":3}');
      });
      const test = engineUnderTest(await migratedDatabase(databases, id));
      const execution = await test.start(
        definition([
          webhook('make', `${receiver.url}/tickets`),
          webhook(
            'note',
            `${receiver.url}/tickets/{{ steps.make.output.body.id }}`,
            {
              config: {
                body: {
                  n: '{{ steps.make.output.body.n }}',
                  was: '{{ trigger.incident.title }}',
                  entity: '{{ entity.ref }}',
                  run: '{{ execution.id }} of {{ workflow.name }}',
                },
              },
            },
          ),
        ]),
      );
      await test.drain();
      expect(receiver.received[1].path).toBe('/tickets/a%2Fb%3Fc');
      expect(JSON.parse(receiver.received[1].body)).toEqual({
        n: 3,
        was: 'Checkout is down',
        entity: 'component:default/checkout',
        run: `${execution} of Tell the team`,
      });
    },
  );

  it.each(ids)('goes on after a failed action that says so on %s', async id => {
    receiver = await Receiver.start((request, response) => {
      response.statusCode = request.path === '/bad' ? 400 : 200;
      response.end('no');
    });
    const test = engineUnderTest(await migratedDatabase(databases, id));
    const execution = await test.start(
      definition([
        webhook('bad', `${receiver.url}/bad`, { onError: 'continue' }),
        webhook('good', `${receiver.url}/good`),
      ]),
    );
    await test.drain();
    expect((await test.execution(execution))?.status).toBe('COMPLETED');
    expect(await test.steps(execution)).toMatchObject({
      bad: {
        state: 'failed',
        effect_state: 'none',
        error: { code: 'http_status' },
      },
      good: { state: 'completed' },
    });
    expect((await test.attempts(execution, 'bad'))[0]).toMatchObject({
      outcome: 'failed',
      response: { status: 400, body: 'no' },
    });
  });

  it.each(ids)('stops at a failed action on %s', async id => {
    receiver = await Receiver.start((_, response) => {
      response.statusCode = 404;
      response.end();
    });
    const test = engineUnderTest(await migratedDatabase(databases, id));
    const execution = await test.start(
      definition([
        webhook('bad', receiver.url, { label: 'Open a ticket' }),
        webhook('never', receiver.url),
      ]),
    );
    await test.drain();
    expect(await test.execution(execution)).toMatchObject({
      status: 'FAILED',
      reason_code: 'action_failed',
      reason: expect.stringMatching(/^Open a ticket: .* answered 404: /),
    });
    expect(Object.keys(await test.steps(execution))).toEqual(['bad']);
  });

  it.each(ids)('caps what a receiver answers, with a mark, on %s', async id => {
    receiver = await Receiver.start((_, response) => {
      response.end('x'.repeat(900_000));
    });
    const test = engineUnderTest(await migratedDatabase(databases, id));
    const execution = await test.start(
      definition([webhook('tell', receiver.url)]),
    );
    await test.drain();
    const { output } = (await test.steps(execution)).tell;
    expect(output.status).toBe(200);
    expect(output.body).toMatch(/x… \[truncated, 900000 characters\]$/);
    expect(JSON.stringify(output).length).toBeLessThan(
      LIMITS.outputChars + 100,
    );
  });

  describe('fails the run clearly', () => {
    it.each<[string, string, string, (snapshot: any) => unknown]>([
      [
        'when an action is not installed',
        'action_unknown',
        'acme:gone',
        snapshot => {
          snapshot.nodes[1].data = { actionType: 'acme:gone', config: {} };
          return snapshot;
        },
      ],
      [
        'when the snapshot is newer',
        'definition_invalid',
        'newer version',
        snapshot => ({ ...snapshot, schemaVersion: 2 }),
      ],
      [
        'when the snapshot has a circle',
        'definition_invalid',
        'circle',
        snapshot => {
          snapshot.edges.push({ id: 'x', source: 'tell', target: 'tell' });
          return snapshot;
        },
      ],
      [
        'when the snapshot is no JSON',
        'definition_invalid',
        'not JSON',
        () => undefined,
      ],
      [
        'when a template cannot be rendered',
        'template_failed',
        'body.title',
        snapshot => {
          snapshot.nodes[1].data.config.body.title = '{{ 1 + }}';
          return snapshot;
        },
      ],
      [
        'when a header would be broken by a value',
        'action_failed',
        'headers.X-Title',
        snapshot => {
          snapshot.nodes[1].data.config.headers = { 'X-Title': 'a\nb' };
          return snapshot;
        },
      ],
      [
        'when the address is refused',
        'action_failed',
        'workflows.egress.allow',
        snapshot => {
          snapshot.nodes[1].data.config.url = 'http://169.254.169.254/latest';
          return snapshot;
        },
      ],
    ])('%s', async (_, reasonCode, reason, change) => {
      const [[id]] = ids;
      const knex = await migratedDatabase(databases, id);
      const test = engineUnderTest(knex);
      const definitionBefore = definition([
        webhook('tell', 'http://127.0.0.1:9/'),
      ]);
      const execution = await test.start(definitionBefore);
      const snapshot = change(definitionBefore);
      await knex('workflow_executions').update({
        definition_snapshot: snapshot ? JSON.stringify(snapshot) : '{"nodes',
      });
      await test.drain();
      const row = await test.execution(execution);
      expect(row).toMatchObject({
        status: 'FAILED',
        reason_code: reasonCode,
        due_at: null,
      });
      expect(row?.reason).toContain(reason);
    });

    it.each(ids)(
      'and safely when the portal makes a mistake, on %s',
      async id => {
        const test = engineUnderTest(await migratedDatabase(databases, id), {
          egressFor: () => {
            throw new Error('secret canary in the message');
          },
        });
        const execution = await test.start(
          definition([webhook('tell', 'http://127.0.0.1:9/')]),
        );
        await test.drain();
        expect(await test.execution(execution)).toMatchObject({
          status: 'FAILED',
          reason_code: 'internal_error',
          due_at: null,
          reason: expect.not.stringContaining('canary'),
        });
        expect((await test.steps(execution)).tell).toMatchObject({
          state: 'failed',
          effect_state: 'in_doubt',
        });
      },
    );
  });

  it.each(ids)('cancels a run whose active time is used up on %s', async id => {
    let now = 0;
    receiver = await Receiver.start((_, response) => {
      now += 61_000;
      response.end();
    });
    const test = engineUnderTest(await migratedDatabase(databases, id), {
      monotonic: () => now,
    });
    const execution = await test.start(
      definition(
        [
          node('wait', 'delay', { duration: '1h' }),
          webhook('slow', receiver.url),
          webhook('never', receiver.url),
        ],
        { timeout: '1min' },
      ),
    );
    await test.drain();
    test.clock.advance(3_600_000);
    await test.drain();
    expect(await test.execution(execution)).toMatchObject({
      status: 'CANCELLED',
      reason_code: 'timeout',
      reason: expect.stringContaining('1min'),
      due_at: null,
    });
    expect(Number((await test.execution(execution))?.active_ms)).toBe(61_000);
    expect((await test.steps(execution)).slow.state).toBe('completed');
    expect(receiver.received).toHaveLength(1);
  });
});
