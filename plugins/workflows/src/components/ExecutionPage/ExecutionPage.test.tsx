import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  HOSTILE_TITLE,
  aStep,
  anExecution,
  anExecutionDetail,
} from '../../testing/history/fixtures';
import { fakeWorkflowsApi } from '../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../testing/history/renderPage';
import { ExecutionPage } from './ExecutionPage';

type Answers = Parameters<typeof fakeWorkflowsApi>[0];
type Detail = ReturnType<typeof anExecutionDetail>;

async function open(
  answers: Answers,
  authorize?: Parameters<typeof renderPage>[0]['authorize'],
) {
  const api = fakeWorkflowsApi(answers);
  const rendered = await renderPage({
    api,
    page: <ExecutionPage />,
    path: '/executions/:id',
    at: `/executions/${anExecution().id}`,
    authorize,
  });
  return { ...rendered, api };
}

function openDetail(overrides: Partial<Detail> = {}) {
  return open({ getExecution: async () => anExecutionDetail(overrides) });
}

const step = (id: string) => screen.findByTestId(`step-${id}`);

describe('ExecutionPage', () => {
  it('says which workflow ran, in which version, for what and for how long', async () => {
    await openDetail();

    const title = await screen.findByRole('heading', { level: 2 });

    expect(
      within(title).getByRole('link', { name: 'Announce and escalate' }),
    ).toHaveAttribute(
      'href',
      `/workflows/workflow/${anExecution().workflowId}`,
    );
    expect(screen.getByText('version 3')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'checkout' })).toBeInTheDocument();
    expect(screen.getByText('1.2 s')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Cancel run' }),
    ).not.toBeInTheDocument();
  });

  it('shows steps in the order in which they ran, the untaken one as skipped', async () => {
    await openDetail();
    await step('start');

    expect(
      screen
        .getAllByRole('heading', { level: 4 })
        .map(heading => heading.textContent),
    ).toEqual([
      'Critical incident',
      'Tell the channel',
      'Still open?',
      'Page the on-call engineer',
      'Leave a note',
    ]);
    expect(await step('note')).toHaveTextContent('Skipped');
    expect(await step('note')).toHaveTextContent(
      'No way that the run took leads here.',
    );
  });

  it('explains the way of a condition by every value that it saw', async () => {
    await openDetail({
      steps: [
        aStep({
          nodeId: 'still-open',
          branch: 'false',
          explanation: {
            match: 'all',
            holds: false,
            conditions: [
              {
                field: 'status',
                operator: 'equals',
                expected: 'triggered',
                actual: 'resolved',
                holds: false,
              },
              {
                match: 'any',
                holds: true,
                conditions: [
                  {
                    field: 'severity',
                    operator: 'in',
                    expected: ['critical', 'high'],
                    actual: 'critical',
                    holds: true,
                  },
                  { field: 'team', operator: 'exists', holds: false },
                ],
              },
            ],
          },
        }),
      ],
    });

    const condition = await step('still-open');

    expect(condition).toHaveTextContent('Took the “false” way');
    expect(condition).toHaveTextContent(
      'status is "triggered" · saw "resolved"',
    );
    expect(condition).toHaveTextContent(
      'severity is one of ["critical","high"] · saw "critical"',
    );
    expect(condition).toHaveTextContent(
      'team is there · saw nothing (the field is missing)',
    );
    expect(within(condition).getAllByTitle('holds')).toHaveLength(2);
    expect(within(condition).getAllByTitle('does not hold')).toHaveLength(3);
  });

  it('shows what was sent, with secrets as references, and what came back', async () => {
    await openDetail();
    const announce = await step('announce');

    expect(announce).toHaveTextContent(
      'POST https://chat.example.com/hook → answered 200',
    );
    expect(announce).toHaveTextContent(
      'The receiver answered that it took place.',
    );
    expect(
      within(announce).getByRole('button', { name: 'Copy the effect key' }),
    ).toBeInTheDocument();

    await userEvent.click(
      within(announce).getByRole('button', { name: 'Request as sent' }),
    );

    expect(
      within(announce).getByLabelText('Request as sent'),
    ).toHaveTextContent('"secret": "CHAT_TOKEN"');
  });

  it('shows a failure with its attempts, and what was not reached', async () => {
    await openDetail({
      status: 'FAILED',
      reasonCode: 'action_failed',
      reason: 'The receiver answered 503.',
      steps: [
        aStep({
          state: 'failed',
          effectState: 'in_doubt',
          error: { code: 'http_status', message: 'Check the receiver.' },
          attempts: [
            {
              attempt: 1,
              startedAt: '2026-11-22T10:00:02.200Z',
              finishedAt: '2026-11-22T10:00:03.200Z',
              outcome: 'ambiguous',
              error: { code: 'timeout', message: 'No answer in time.' },
            },
            {
              attempt: 2,
              startedAt: '2026-11-22T10:00:05.200Z',
              finishedAt: '2026-11-22T10:00:06.200Z',
              outcome: 'failed',
              error: { code: 'http_status', message: 'It answered 503.' },
              response: { status: 503 },
            },
          ],
        }),
      ],
    });
    const announce = await step('announce');

    expect(
      screen.getByText('A step failed after its last attempt'),
    ).toBeInTheDocument();
    expect(announce).toHaveTextContent('Check the receiver.');
    expect(announce).toHaveTextContent('nobody can tell from here');
    expect(announce).toHaveTextContent(
      /Attempt 1.*No clear answer.*No answer in time\./,
    );
    expect(announce).toHaveTextContent(/Attempt 2.*Failed.*It answered 503\./);
    expect(await step('escalate')).toHaveTextContent(
      'The run ended before it came here.',
    );
  });

  it('counts down to the moment when a wait is over', async () => {
    const resumeAt = new Date(Date.now() + 90_000).toISOString();
    await openDetail({
      status: 'WAITING',
      resumeAt,
      steps: [aStep({ state: 'waiting', resumeAt, finishedAt: undefined })],
    });

    expect(await step('announce')).toHaveTextContent(
      /Goes on in 1 min (30|2\d) s/,
    );
  });

  it('follows an unfinished run', async () => {
    const answers: Partial<Detail>[] = [
      {
        status: 'RUNNING',
        steps: [aStep({ state: 'running', finishedAt: undefined })],
      },
    ];
    const { signal } = await open({
      getExecution: async () => anExecutionDetail(answers.shift()),
    });
    expect(await step('announce')).toHaveTextContent('Running');
    expect(await step('escalate')).toHaveTextContent('Not yet');

    await signal({ kind: 'execution', id: anExecution().id });

    await waitFor(async () =>
      expect(await step('escalate')).toHaveTextContent('Completed'),
    );
  });

  it('cancels an unfinished run after asking', async () => {
    let status: Detail['status'] = 'RUNNING';
    const { api } = await open({
      getExecution: async () => anExecutionDetail({ status, steps: [] }),
      cancelExecution: async () => {
        status = 'CANCELLED';
        return anExecution({ status });
      },
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel run' }),
    );
    const dialog = screen.getByRole('dialog', { name: 'Cancel this run?' });
    expect(dialog).toHaveTextContent(
      'In-flight steps finish or are in doubt, no new ones start.',
    );
    expect(api.cancelExecution).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel run' }),
    );

    expect(await screen.findByText('Cancelled')).toBeInTheDocument();
    expect(api.cancelExecution).toHaveBeenCalledWith(anExecution().id);
    expect(
      screen.queryByRole('button', { name: 'Cancel run' }),
    ).not.toBeInTheDocument();
  });

  it('says why a run could not be cancelled', async () => {
    await open({
      getExecution: async () =>
        anExecutionDetail({ status: 'RUNNING', steps: [] }),
      cancelExecution: async () => {
        throw new Error('You may not cancel it');
      },
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel run' }),
    );
    const dialog = screen.getByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel run' }),
    );

    expect(
      await within(dialog).findByText(/You may not cancel it/),
    ).toBeInTheDocument();
  });

  it.each([
    ['a member of the team', ['group:default/payments'], true, true],
    [
      'a member whom the policy refuses',
      ['group:default/payments'],
      false,
      false,
    ],
    ['another', ['group:default/storefront'], true, false],
  ])(
    'offers to cancel or to retry it to %s',
    async (_, refs, allowed, offered) => {
      for (const status of ['WAITING', 'FAILED'] as const) {
        // An id of its own: what the policy said of another is remembered.
        const id = `of-${refs}-${allowed}-${status}`;
        await open(
          {
            getExecution: async () => anExecutionDetail({ id, status }),
            getCapabilities: async () => ({
              admin: false,
              ownershipRefs: refs,
            }),
          },
          () => (allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY),
        );
        await screen.findAllByTestId('step-announce');
        const name = status === 'WAITING' ? 'Cancel run' : /^Retry/;
        await waitFor(() =>
          expect(screen.queryAllByRole('button', { name })).toHaveLength(
            offered ? 1 : 0,
          ),
        );
        cleanup();
      }
    },
  );

  it('says that there is no such execution', async () => {
    await open({
      getExecution: async () => {
        throw Object.assign(new Error('gone'), { statusCode: 404 });
      },
    });

    expect(
      await screen.findByText('There is no such execution'),
    ).toBeInTheDocument();
  });

  it('shows hostile texts as they are', async () => {
    await openDetail({
      workflowName: HOSTILE_TITLE,
      incidentTitle: HOSTILE_TITLE,
      reason: HOSTILE_TITLE,
      steps: [
        aStep({
          state: 'failed',
          error: { code: 'x', message: HOSTILE_TITLE },
        }),
      ],
    });
    await step('announce');

    // The heading, the fact, the trigger, the reason and the error.
    expect(screen.getAllByText(HOSTILE_TITLE)).toHaveLength(5);
    expect(document.querySelector('article script, article b')).toBeNull();
  });
});
