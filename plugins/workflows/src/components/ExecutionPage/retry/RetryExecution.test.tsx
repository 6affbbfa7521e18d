import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  RetryExecutionRequest,
  WorkflowExecutionDetail,
  WorkflowsApi,
} from 'backstage-plugin-workflows-common';
import { anExecutionDetail } from '../../../testing/history/fixtures';
import { fakeWorkflowsApi } from '../../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../../testing/history/renderPage';
import { ExecutionPage } from '../ExecutionPage';

const EARLIER = anExecutionDetail();
const LATER = anExecutionDetail({
  id: '019a0000-0000-7000-8000-000000000002',
  status: 'PENDING',
  steps: [],
  parentId: EARLIER.id,
  requestedBy: 'user:default/ada',
});

async function open(
  status: WorkflowExecutionDetail['status'],
  retryExecution: WorkflowsApi['retryExecution'] = async () => LATER,
) {
  const api = fakeWorkflowsApi({
    getExecution: async id =>
      id === LATER.id ? LATER : { ...EARLIER, status },
    retryExecution,
  });
  await renderPage({
    api,
    page: <ExecutionPage />,
    path: '/executions/:id',
    at: `/executions/${EARLIER.id}`,
  });
  return api;
}

async function ask() {
  await userEvent.click(await screen.findByRole('button', { name: 'Retry…' }));
  return within(screen.getByRole('dialog', { name: 'Run it again?' }));
}

const FROM_START = { name: 'From the start' };
const cases: Array<[string, string[], RetryExecutionRequest]> = [
  ['from the failed step unless said otherwise', [], { from: 'failed' }],
  [
    'from the failed step with new keys',
    ['Keep none: do everything anew'],
    { from: 'failed', sameEffects: false },
  ],
  [
    'from the start by the same definition',
    ['From the start'],
    { from: 'start', useVersion: 'same' },
  ],
  [
    'from the start by the published definition with all keys kept',
    ['From the start', 'The published version', 'Keep all: do nothing twice'],
    { from: 'start', useVersion: 'published', sameEffects: true },
  ],
  [
    'from the failed step again after another thought, without what was for the start',
    [
      'From the start',
      'The published version',
      'Keep all: do nothing twice',
      'With the step that did not end well',
    ],
    { from: 'failed' },
  ],
];

describe('retrying an execution', () => {
  it.each(cases)('retries %s', async (_, choices, request) => {
    const api = await open('FAILED');
    const dialog = await ask();
    for (const name of choices) {
      await userEvent.click(dialog.getByRole('radio', { name }));
    }
    expect(api.retryExecution).not.toHaveBeenCalled();

    await userEvent.click(dialog.getByRole('button', { name: 'Retry' }));

    await waitFor(() =>
      expect(api.retryExecution).toHaveBeenCalledWith(EARLIER.id, request),
    );
  });

  it('opens the new run, which links to the one that it retries', async () => {
    await open('FAILED');
    const dialog = await ask();
    await userEvent.click(dialog.getByRole('button', { name: 'Retry' }));

    expect(
      await screen.findByRole('link', { name: 'an earlier run' }),
    ).toHaveAttribute('href', `/workflows/executions/${EARLIER.id}`);
    expect(screen.getByRole('link', { name: 'ada' })).toBeInTheDocument();
    expect(screen.getByText('Pending')).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says of every option what becomes of effects', async () => {
    await open('FAILED');
    const dialog = await ask();
    await userEvent.click(dialog.getByRole('radio', FROM_START));

    expect(dialog.getByRole('radio', FROM_START)).toHaveAccessibleDescription(
      /takes effect once more/,
    );
    expect(
      dialog.getByRole('radio', { name: 'Keep none: do everything anew' }),
    ).toHaveAccessibleDescription(/takes effect a second time/);
  });

  it('has only the start for a run that completed', async () => {
    await open('COMPLETED');
    const dialog = await ask();

    expect(dialog.getByRole('radio', FROM_START)).toBeChecked();
    expect(
      dialog.queryByRole('radio', { name: /did not end well/ }),
    ).not.toBeInTheDocument();
  });

  it('is not offered while the run has not ended', async () => {
    await open('RUNNING');

    await screen.findByRole('button', { name: 'Cancel run' });
    expect(
      screen.queryByRole('button', { name: 'Retry…' }),
    ).not.toBeInTheDocument();
  });

  it('says why a run could not be retried', async () => {
    await open('FAILED', async () => {
      throw new Error('Another retry has not ended');
    });
    const dialog = await ask();
    await userEvent.click(dialog.getByRole('button', { name: 'Retry' }));

    expect(
      await dialog.findByText(/Another retry has not ended/),
    ).toBeInTheDocument();
  });
});
