import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WorkflowsApi } from 'backstage-plugin-workflows-common';
import { emptyDefinition } from '../../builder/model/document';
import { aWorkflow } from '../../builder/testing/workflow';
import { anExecution } from '../../testing/history/fixtures';
import { fakeWorkflowsApi } from '../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../testing/history/renderPage';
import { WorkflowsPage } from './WorkflowsPage';

const open = async (answers: Partial<WorkflowsApi>) => {
  const api = fakeWorkflowsApi(answers);
  return {
    api,
    ...(await renderPage({ api, page: <WorkflowsPage />, path: '/' })),
  };
};

const published = aWorkflow({
  name: 'Announce',
  enabled: true,
  ownerRef: 'group:default/payments',
  latestVersion: 3,
  publishedVersion: 2,
});

describe('WorkflowsPage', () => {
  it('shows each workflow with owner, trigger, state and last run', async () => {
    await open({
      listWorkflows: async () => ({
        items: [
          {
            ...published,
            lastExecution: {
              id: 'e1',
              status: 'FAILED',
              createdAt: '2026-11-22T10:00:00.000Z',
            },
          },
          aWorkflow({ id: '2', name: 'Draft one' }),
        ],
      }),
    });
    const row = await screen.findByRole('row', { name: /Announce/ });
    ['Enabled', 'Unpublished changes', 'payments', 'Failed'].forEach(text =>
      expect(within(row).getByText(text)).toBeInTheDocument(),
    );
    const draft = screen.getByRole('row', { name: /Draft one/ });
    expect(draft).toHaveTextContent(/Draft.*Global.*Never/);
  });

  it('switches a workflow off without a question when it has no open runs', async () => {
    const { api } = await open({
      listWorkflows: async () => ({ items: [published] }),
      listExecutions: async () => ({ items: [] }),
      disableWorkflow: async () => ({ ...published, enabled: false }),
    });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Disable Announce' }),
    );
    await waitFor(() =>
      expect(api.disableWorkflow).toHaveBeenCalledWith(published.id, undefined),
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('asks what becomes of the runs that a workflow has', async () => {
    const { api } = await open({
      listWorkflows: async () => ({ items: [published] }),
      listExecutions: async query => ({
        items: query?.status === 'WAITING' ? [anExecution()] : [],
      }),
      disableWorkflow: async () => ({ ...published, enabled: false }),
    });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Disable Announce' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Switch “Announce” off?' }),
    );
    expect(
      dialog.queryByText('Runs that have not begun'),
    ).not.toBeInTheDocument();
    expect(dialog.getByRole('radio', { name: 'Let them go on' })).toBeChecked();
    expect(api.disableWorkflow).not.toHaveBeenCalled();

    await userEvent.click(dialog.getByRole('radio', { name: 'Cancel them' }));
    await userEvent.click(
      dialog.getByRole('button', { name: 'Switch it off' }),
    );

    await waitFor(() =>
      expect(api.disableWorkflow).toHaveBeenCalledWith(published.id, {
        queued: 'cancel',
        waiting: 'cancel',
      }),
    );
  });

  it('leaves a workflow on when the question is left', async () => {
    const { api } = await open({
      listWorkflows: async () => ({ items: [published] }),
      listExecutions: async () => ({ items: [anExecution()] }),
    });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Disable Announce' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Keep it enabled' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(api.disableWorkflow).not.toHaveBeenCalled();
  });

  it('publishes the latest version', async () => {
    const { api } = await open({
      listWorkflows: async () => ({ items: [published] }),
      publishWorkflow: async () => published,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Publish version 3/ }),
    );
    expect(api.publishWorkflow).toHaveBeenCalledWith(published.id, 3);
  });

  it('deletes only after it was said what that does', async () => {
    const { api } = await open({
      listWorkflows: async () => ({ items: [published] }),
      deleteWorkflow: async () => {},
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete Announce' }),
    );
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('This cannot be undone');
    expect(api.deleteWorkflow).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete' }),
    );
    await waitFor(() =>
      expect(api.deleteWorkflow).toHaveBeenCalledWith(published.id),
    );
  });

  it('offers no change of what the caller may not change', async () => {
    await open({
      listWorkflows: async () => ({
        items: [{ ...published, editable: false }],
      }),
    });
    await screen.findByRole('row', { name: /Announce/ });
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('creates a workflow with a trigger, and tells why it could not', async () => {
    const { api } = await open({
      listWorkflows: async () => ({ items: [] }),
      createWorkflow: async () => {
        throw new Error('the name "Announce" is taken');
      },
    });
    expect(await screen.findByText('No workflows yet')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Create workflow' }),
    );
    await userEvent.type(screen.getByLabelText(/^Name/), ' Announce ');
    await userEvent.click(
      screen.getByRole('button', { name: 'Create and draw' }),
    );
    expect(
      await screen.findByText('the name "Announce" is taken'),
    ).toBeInTheDocument();
    expect(api.createWorkflow).toHaveBeenCalledWith({
      name: 'Announce',
      description: '',
      ownerRef: undefined,
      definition: emptyDefinition(),
    });
  });

  it('searches on the server, and says when nothing is found', async () => {
    const { api } = await open({
      listWorkflows: async query => ({
        items: query?.search ? [] : [published],
      }),
    });
    await userEvent.type(await screen.findByLabelText('Search'), 'zzz');
    expect(
      await screen.findByText('No workflow matches this search'),
    ).toBeInTheDocument();
    expect(api.listWorkflows).toHaveBeenLastCalledWith(
      expect.objectContaining({ search: 'zzz' }),
    );
  });
});
