import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Egress } from 'backstage-plugin-workflows-node';
import { jiraAction } from '../actions/jira/jiraAction';
import { linearAction } from '../actions/linear/linearAction';
import { type Fate, FakeJira } from '../actions/testing/FakeJira';
import { FakeLinear } from '../actions/testing/FakeLinear';
import { localEgress } from '../actions/testing/actionContext';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { custom, engineUnderTest } from './testing/engineUnderTest';
import { definition } from './testing/fixtures';

const ISSUE = {
  operation: 'createIssue',
  project: 'OPS',
  issueType: 'Bug',
  summary: '{{ incident.title }}',
};
const COMMENT = { operation: 'comment', issue: 'OPS-1', comment: 'Look' };
const TRANSITION = {
  operation: 'transition',
  issue: 'OPS-1',
  transition: 'Finish',
};

describe('a crash between the request and its record', () => {
  const databases = testDatabases();
  const ids = databases.eachSupportedId();
  let jira: FakeJira;
  let linear: FakeLinear;
  beforeEach(async () => {
    jira = await FakeJira.start();
    linear = await FakeLinear.start();
  });
  afterEach(() => Promise.all([jira.stop(), linear.stop()]));

  async function create(id: TestDatabaseId) {
    const egress = localEgress();
    const toLinear: Egress = {
      fetch: (request, init) =>
        egress.fetch(
          {
            ...request,
            url: request.url.replace(/^https:.*/, () => linear.url),
          },
          init,
        ),
    };
    const recordTickets = jest.fn(async () => {});
    const test = engineUnderTest(await migratedDatabase(databases, id), {
      actions: [jiraAction, linearAction],
      egressFor: () => toLinear,
      recordTickets,
    });

    /** Runs one step, and dies when its request has arrived. */
    async function crash(
      service: { fate: Fate; changes: number },
      fate: Fate,
      actionType: string,
      config: object,
    ) {
      service.fate = fate;
      const execution = await test.start(
        definition([custom('ticket', actionType, { config })]),
      );
      const dead = new AbortController();
      const first = test.run((await test.claim())!, dead.signal);
      while (service.changes === 0) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      // Its writes fail from here on: the next claim has a higher epoch.
      test.clock.advance(10_001);
      await test.drain();
      dead.abort();
      await first;
      return execution;
    }

    return {
      ...test,
      recordTickets,
      crash,
      crashAtJira: (fate: Fate, config: object) =>
        crash(jira, fate, 'jira', {
          baseUrl: jira.url,
          auth: { type: 'bearer', token: { secret: 'JIRA' } },
          ...config,
        }),
      crashAtLinear: (fate: Fate) =>
        crash(linear, fate, 'linear', {
          auth: { type: 'apiKey', key: { secret: 'LINEAR' } },
          operation: 'createIssue',
          teamId: 'team',
          title: 't',
        }),
      step: async (execution: string) => (await test.steps(execution)).ticket,
      later: async (ms: number) => {
        test.clock.advance(ms);
        await test.drain();
      },
    };
  }

  it.each(ids)(
    'finds the issue that Jira made, as soon as its search shows it, on %s',
    async id => {
      const test = await create(id);
      jira.searchIsUpToDate = false;
      const run = await test.crashAtJira('done, unanswered', ISSUE);
      expect(await test.step(run)).toMatchObject({
        state: 'waiting',
        effect_state: 'in_doubt',
      });
      jira.searchIsUpToDate = true;
      await test.later(60_000);
      expect(await test.step(run)).toMatchObject({
        state: 'completed',
        effect_state: 'found',
        output: { key: 'OPS-2' },
      });
      expect(jira.changes).toBe(1);
      expect(test.recordTickets).toHaveBeenCalledWith(
        expect.objectContaining({
          tickets: [expect.objectContaining({ key: 'OPS-2' })],
          causedBy: run,
        }),
      );
    },
  );

  it.each(ids)(
    'sends an issue again that Jira never made, when its search is sure, on %s',
    async id => {
      const test = await create(id);
      const run = await test.crashAtJira('lost', ISSUE);
      await test.later(59_999);
      expect(jira.changes).toBe(1);
      await test.later(1);
      expect(await test.step(run)).toMatchObject({
        state: 'completed',
        effect_state: 'confirmed',
        output: { key: 'OPS-2' },
      });
      expect(jira.changes).toBe(2);
      expect(jira.issues).toHaveLength(2);
    },
  );

  it.each(ids)(
    'leaves it to a person where the account may not search, on %s',
    async id => {
      const test = await create(id);
      jira.searchIsForbidden = true;
      const run = await test.crashAtJira('done, unanswered', ISSUE);
      expect(await test.step(run)).toMatchObject({
        state: 'failed',
        effect_state: 'in_doubt',
        error: {
          code: 'effect_in_doubt',
          message: expect.stringContaining('may not search for the issue'),
        },
      });
      expect(await test.execution(run)).toMatchObject({
        status: 'FAILED',
        reason_code: 'effect_in_doubt',
      });
      await test.later(3_600_000);
      expect(jira.changes).toBe(1);
    },
  );

  it.each(ids)('finds a comment and a transition on %s', async id => {
    for (const config of [COMMENT, TRANSITION]) {
      const test = await create(id);
      jira.changes = 0;
      const run = await test.crashAtJira('done, unanswered', config);
      expect(await test.step(run)).toMatchObject({
        state: 'completed',
        effect_state: 'found',
        output: { key: 'OPS-1' },
      });
      expect(jira.changes).toBe(1);
    }
  });

  it.each(ids)(
    'sends a comment and a transition again that got lost on %s',
    async id => {
      for (const config of [COMMENT, TRANSITION]) {
        const test = await create(id);
        jira.changes = 0;
        const run = await test.crashAtJira('lost', config);
        expect((await test.step(run)).state).toBe('waiting');
        await test.later(15_000);
        expect((await test.step(run)).effect_state).toBe('confirmed');
        expect(jira.changes).toBe(2);
      }
      expect(jira.comments).toHaveLength(1);
      expect(jira.issues[0].status).toBe('Done');
    },
  );

  it.each(ids)(
    'takes the issue that Linear made for its own on %s',
    async id => {
      const test = await create(id);
      const run = await test.crashAtLinear('done, unanswered');
      expect(await test.step(run)).toMatchObject({
        state: 'completed',
        output: { key: 'ENG-1' },
      });
      expect([linear.changes, linear.issues.size]).toEqual([2, 1]);
      expect(test.recordTickets).toHaveBeenCalledTimes(1);
    },
  );

  it.each(ids)('makes the issue that Linear never got on %s', async id => {
    const test = await create(id);
    const run = await test.crashAtLinear('lost');
    expect((await test.step(run)).state).toBe('completed');
    expect([linear.changes, linear.issues.size]).toEqual([2, 1]);
  });
});
