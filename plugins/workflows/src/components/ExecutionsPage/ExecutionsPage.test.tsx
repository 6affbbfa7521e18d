import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WorkflowsApi } from 'backstage-plugin-workflows-common';
import {
  HOSTILE_TITLE,
  aWorkflow,
  anExecution,
} from '../../testing/history/fixtures';
import { fakeWorkflowsApi } from '../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../testing/history/renderPage';
import { ExecutionsPage } from './ExecutionsPage';

function open(answers: Partial<WorkflowsApi>, at?: string) {
  const api = fakeWorkflowsApi({
    listWorkflows: async () => ({ items: [aWorkflow()] }),
    ...answers,
  });
  return renderPage({
    api,
    page: <ExecutionsPage />,
    path: '/executions',
    at,
  }).then(rendered => ({ ...rendered, api }));
}

describe('ExecutionsPage', () => {
  it('shows what ran with status, workflow, version, incident and entity', async () => {
    await open({ listExecutions: async () => ({ items: [anExecution()] }) });

    const row = await screen.findByRole('row', { name: /Announce/ });

    expect(within(row).getByText('Completed')).toBeInTheDocument();
    expect(row).toHaveTextContent('v3');
    expect(
      within(row).getByRole('link', { name: 'Announce and escalate' }),
    ).toHaveAttribute('href', `/workflows/executions/${anExecution().id}`);
    expect(
      within(row).getByRole('link', { name: 'Checkout is slow' }),
    ).toHaveAttribute(
      'href',
      `/workflows/incidents/${anExecution().incidentId}`,
    );
    expect(within(row).getByRole('link', { name: 'checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout',
    );
    expect(row).toHaveTextContent('Incident created');
    expect(row).toHaveTextContent('1.2 s');
  });

  it('shows the place of the rows while they load', async () => {
    await open({ listExecutions: () => new Promise(() => {}) });

    expect(screen.getByRole('status', { name: 'Loading' })).toBeInTheDocument();
  });

  it('says what to do when nothing has run', async () => {
    await open({ listExecutions: async () => ({ items: [] }) });

    expect(
      await screen.findByText('No workflow has run yet'),
    ).toBeInTheDocument();
    expect(screen.getByText(/published and enabled/)).toBeInTheDocument();
  });

  it('loads again after an error when asked to', async () => {
    let fails = true;
    await open({
      listExecutions: async () => {
        if (fails) {
          throw new Error('the backend is away');
        }
        return { items: [anExecution()] };
      },
    });
    expect(await screen.findByText('the backend is away')).toBeInTheDocument();

    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: 'Announce and escalate' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('the backend is away')).not.toBeInTheDocument();
  });

  it('keeps the rows when a refresh fails', async () => {
    const answers = [async () => ({ items: [anExecution()] })];
    const { signal } = await open({
      listExecutions: () =>
        (
          answers.shift() ??
          (async () => {
            throw new Error('the backend is away');
          })
        )(),
    });
    await screen.findByRole('link', { name: 'Announce and escalate' });

    await signal({ kind: 'execution', id: 'x' });

    expect(await screen.findByText('the backend is away')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Announce and escalate' }),
    ).toBeInTheDocument();
  });

  it('shows a new run as soon as it is signalled', async () => {
    const items = [anExecution()];
    const { signal } = await open({
      listExecutions: async () => ({ items: [...items] }),
    });
    await screen.findByRole('link', { name: 'Announce and escalate' });

    items.unshift(
      anExecution({
        id: 'new',
        workflowName: 'Open a ticket',
        status: 'RUNNING',
      }),
    );
    await signal({ kind: 'execution', id: 'new' });

    expect(
      await screen.findByRole('row', { name: /Running.*Open a ticket/ }),
    ).toBeInTheDocument();
  });

  it('loads the next page after the last run of this one', async () => {
    const { api } = await open({
      listExecutions: async query =>
        query?.after
          ? { items: [anExecution({ id: 'b', workflowName: 'Second' })] }
          : {
              items: [anExecution({ id: 'a', workflowName: 'First' })],
              nextAfter: 'a',
            },
    });
    await screen.findByRole('link', { name: 'First' });

    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));

    expect(
      await screen.findByRole('link', { name: 'Second' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'First' })).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Load more' }),
    ).not.toBeInTheDocument();
    expect(api.listExecutions).toHaveBeenCalledWith(
      expect.objectContaining({ after: 'a' }),
    );
  });

  it('asks for one status, and for all again', async () => {
    const { api } = await open({ listExecutions: async () => ({ items: [] }) });
    await screen.findByText('No workflow has run yet');

    await userEvent.click(screen.getByRole('button', { name: /^Status/ }));
    await userEvent.click(screen.getByRole('option', { name: 'Failed' }));

    expect(
      await screen.findByText('No run matches these filters'),
    ).toBeInTheDocument();
    expect(api.listExecutions).toHaveBeenLastCalledWith(
      expect.objectContaining({ status: 'FAILED' }),
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );

    expect(
      await screen.findByText('No workflow has run yet'),
    ).toBeInTheDocument();
  });

  it('finds a workflow by its name and asks for its runs', async () => {
    const { api } = await open({
      listExecutions: async () => ({ items: [anExecution()] }),
    });

    await userEvent.type(screen.getByLabelText('Workflow'), 'announce');
    await waitFor(() =>
      expect(api.listWorkflows).toHaveBeenLastCalledWith(
        expect.objectContaining({ search: 'announce' }),
      ),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Announce and escalate' }),
    );

    await waitFor(() =>
      expect(api.listExecutions).toHaveBeenLastCalledWith(
        expect.objectContaining({ workflowId: aWorkflow().id }),
      ),
    );
  });

  it('takes its filters from the address, but no status that does not exist', async () => {
    const { api } = await open(
      { listExecutions: async () => ({ items: [] }) },
      '/executions?status=NOPE&entityRef=component:default/checkout',
    );

    expect(
      await screen.findByText('Entity: component:default/checkout'),
    ).toBeInTheDocument();
    expect(api.listExecutions).toHaveBeenCalledWith(
      expect.objectContaining({
        status: undefined,
        entityRef: 'component:default/checkout',
      }),
    );
  });

  it('shows hostile and long titles as they are', async () => {
    const long = 'x'.repeat(5_000);
    await open({
      listExecutions: async () => ({
        items: [
          anExecution({ incidentTitle: HOSTILE_TITLE, workflowName: long }),
        ],
      }),
    });

    expect(
      await screen.findByRole('link', { name: HOSTILE_TITLE }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: long })).toBeInTheDocument();
    expect(document.querySelector('table script, table b')).toBeNull();
  });
});
