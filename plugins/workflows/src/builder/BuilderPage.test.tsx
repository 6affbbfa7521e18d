import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WorkflowsApi } from 'backstage-plugin-workflows-common';
import { anExecution } from '../testing/history/fixtures';
import { fakeWorkflowsApi } from '../testing/history/fakeWorkflowsApi';
import { renderPage } from '../testing/history/renderPage';
import { BuilderPage } from './BuilderPage';
import { mockReactFlowMeasures } from './testing/reactFlowMocks';
import { webhookDescriptor } from './testing/webhookDescriptor';
import { aWorkflow } from './testing/workflow';

// What is typed into the editor is the browser's own to test.
jest.mock('./code/CodeArea', () =>
  jest.requireActual('./testing/plainCodeArea'),
);

const URL_FIELD = { name: /^URL/ };

async function open(
  answers: Partial<WorkflowsApi> = {},
  workflow = aWorkflow(),
) {
  const api = fakeWorkflowsApi({
    getWorkflow: async () => workflow,
    listActions: async () => [webhookDescriptor],
    listSecrets: async () => [],
    ...answers,
  });
  const rendered = await renderPage({
    api,
    page: <BuilderPage />,
    path: '/workflow/:id',
    at: `/workflow/${workflow.id}`,
  });
  await screen.findByTestId('node-trigger');
  // What stands beside the canvas comes after it.
  await screen.findByRole('tabpanel');
  return { ...rendered, api };
}

/** Adds a webhook after the trigger by keyboard, and fills in its address. */
async function addWebhook(url = 'https://chat.example.com/hook') {
  await userEvent.click(screen.getByTestId('palette-webhook'));
  // Pasted, so that it is one edit however slow the machine types.
  await userEvent.click(await screen.findByRole('textbox', URL_FIELD));
  await userEvent.paste(url);
}

// A pressed mouse button starts d3's drag, which needs a real window.
const selectNode = (id: string) =>
  fireEvent.click(screen.getByTestId(`node-${id}`));

const conflict = () =>
  Object.assign(new Error('the latest version is 2'), { statusCode: 409 });

describe('BuilderPage', () => {
  beforeAll(mockReactFlowMeasures);
  // What one test left unsaved is not offered to the next.
  beforeEach(() => window.localStorage.clear());

  it('changes nothing by opening it and selecting its steps', async () => {
    const workflow = aWorkflow();
    workflow.definition.nodes.push(
      {
        id: 'c',
        type: 'condition',
        position: { x: 0, y: 128 },
        data: {
          match: 'any',
          conditions: [
            { field: 'priority', value: 1 },
            { field: 'severity', operator: 'in', value: ['critical', 'major'] },
          ],
        },
      },
      {
        id: 'w',
        type: 'action',
        position: { x: 0, y: 256 },
        data: {
          actionType: 'webhook',
          config: {
            method: 'POST',
            url: 'https://chat.example.com/hook',
            headers: { Authorization: { secret: 'TOKEN' } },
          },
        },
      },
    );
    await open({}, workflow);
    for (const id of ['trigger', 'c', 'w']) {
      selectNode(id);
    }
    await screen.findByRole('textbox', URL_FIELD);
    expect(screen.queryByText('Unsaved changes')).not.toBeInTheDocument();
    expect(screen.getByTestId('save-workflow')).toBeDisabled();
  });

  it('saves what was drawn and typed as the next version', async () => {
    const { api } = await open({
      updateWorkflow: async (_, version, request) =>
        aWorkflow({ ...request, latestVersion: version + 1 }),
    });
    selectNode('trigger');
    await addWebhook();
    await waitFor(() =>
      expect(screen.getByText('No problems')).toBeInTheDocument(),
    );
    await userEvent.keyboard('{Control>}s{/Control}');

    await screen.findByText('Version 2, not published');
    const [, version, request] = api.updateWorkflow.mock.calls[0];
    expect(version).toBe(1);
    expect(request.definition?.edges).toMatchObject([
      { source: 'trigger', target: 'webhook_1' },
    ]);
    expect(request.definition?.nodes[1].data).toEqual({
      actionType: 'webhook',
      config: { method: 'POST', url: 'https://chat.example.com/hook' },
    });
  });

  it('undoes and redoes what was typed in the inspector', async () => {
    await open();
    await addWebhook('https://a.example.com/');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(screen.getByRole('textbox', URL_FIELD)).toHaveValue('');
    await userEvent.keyboard('{Control>}y{/Control}');
    expect(screen.getByRole('textbox', URL_FIELD)).toHaveValue(
      'https://a.example.com/',
    );
  });

  it('asks when somebody else saved first, and writes only what was chosen', async () => {
    const theirs = aWorkflow({
      latestVersion: 2,
      updatedBy: 'user:default/ben',
    });
    const answers = [aWorkflow(), theirs];
    const { api } = await open({
      getWorkflow: async () => answers.shift() ?? theirs,
      updateWorkflow: async (_, version, request) => {
        if (version !== 2) {
          throw conflict();
        }
        return aWorkflow({ ...request, latestVersion: 3 });
      },
    });
    await userEvent.type(screen.getByLabelText('Workflow name'), '!');
    await userEvent.click(screen.getByTestId('save-workflow'));

    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(/ben saved version 2/);
    expect(api.updateWorkflow).toHaveBeenCalledTimes(1);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Save mine as version 3' }),
    );
    await screen.findByText('Version 3, not published');
    expect(api.updateWorkflow.mock.calls[1]).toMatchObject([
      theirs.id,
      2,
      { name: 'Page the owner!' },
    ]);
  });

  it('loads what somebody else saved when that was chosen', async () => {
    const theirs = aWorkflow({ latestVersion: 2, name: 'Theirs' });
    const answers = [aWorkflow(), theirs];
    await open({
      getWorkflow: async () => answers.shift() ?? theirs,
      updateWorkflow: async () => {
        throw conflict();
      },
    });
    await userEvent.type(screen.getByLabelText('Workflow name'), '!');
    await userEvent.click(screen.getByTestId('save-workflow'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Drop mine, load version 2' }),
    );
    expect(screen.getByLabelText('Workflow name')).toHaveValue('Theirs');
    expect(screen.queryByText('Unsaved changes')).not.toBeInTheDocument();
  });

  it('keeps edits when another version is signalled, and says so', async () => {
    const theirs = aWorkflow({
      latestVersion: 2,
      updatedBy: 'user:default/ben',
    });
    const answers = [aWorkflow(), theirs];
    const { signal } = await open({
      getWorkflow: async () => answers.shift() ?? theirs,
    });
    await userEvent.type(screen.getByLabelText('Workflow name'), '!');
    await signal({ kind: 'workflow', id: theirs.id });
    await screen.findByText(/ben saved version 2 while you were editing/);
    expect(screen.getByLabelText('Workflow name')).toHaveValue(
      'Page the owner!',
    );
  });

  it('names what is wrong, and leads to the step', async () => {
    await open();
    await userEvent.click(screen.getByTestId('palette-webhook'));
    expect(await screen.findByTestId('problems-webhook_1')).toBeInTheDocument();
    selectNode('trigger');
    await userEvent.click(
      await screen.findByRole('button', { name: /Webhook · URL/ }),
    );
    expect(await screen.findByRole('textbox', URL_FIELD)).toBeInTheDocument();
    expect(screen.getByTestId('publish-workflow')).toBeDisabled();
  });

  it('connects steps without a mouse', async () => {
    await open();
    await userEvent.click(screen.getByTestId('palette-delay'));
    selectNode('trigger');
    await userEvent.click(screen.getByRole('button', { name: /^Next step/ }));
    await userEvent.click(
      screen.getByRole('option', { name: 'Delay (delay_1)' }),
    );
    await waitFor(() =>
      expect(screen.getByText('No problems')).toBeInTheDocument(),
    );
  });

  it('saves how many runs there may be, and whether they stop early', async () => {
    const workflow = aWorkflow();
    workflow.definition.settings = { stopWhenResolved: true };
    const { api } = await open(
      {
        updateWorkflow: async (_, version, request) =>
          aWorkflow({ ...request, latestVersion: version + 1 }),
      },
      workflow,
    );
    await userEvent.click(
      screen.getByRole('checkbox', {
        name: 'Stop when the incident is resolved',
      }),
    );
    await userEvent.type(
      screen.getByRole('spinbutton', { name: 'Runs at a time' }),
      '2',
    );
    selectNode('trigger');
    await userEvent.click(screen.getByTestId('palette-delay'));
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'Check the trigger again afterwards',
      }),
    );
    await waitFor(() =>
      expect(screen.getByText('No problems')).toBeInTheDocument(),
    );
    await userEvent.click(screen.getByTestId('save-workflow'));

    await screen.findByText('Version 2, not published');
    const { definition } = api.updateWorkflow.mock.calls[0][2];
    expect(definition?.settings).toEqual({ concurrency: 2 });
    expect(definition?.nodes[1].data).toMatchObject({ recheck: true });
  });

  it('asks before it is switched off what becomes of its runs', async () => {
    const { api } = await open(
      {
        listExecutions: async () => ({ items: [anExecution()] }),
        disableWorkflow: async () => aWorkflow({ publishedVersion: 1 }),
      },
      aWorkflow({ enabled: true, publishedVersion: 1 }),
    );
    await userEvent.click(screen.getByTestId('enable-workflow'));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('radio', { name: 'Let them run' }));
    await userEvent.click(
      dialog.getByRole('button', { name: 'Switch it off' }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('enable-workflow')).not.toBeChecked(),
    );
    expect(api.disableWorkflow).toHaveBeenCalledWith(aWorkflow().id, {
      queued: 'run',
      waiting: 'run',
    });
  });

  it('says above the canvas that all workflows are stopped', async () => {
    await open({ getKillSwitch: async () => ({ on: true, configured: true }) });
    expect(await screen.findByTestId('kill-switch-banner')).toBeInTheDocument();
  });

  it('lets nobody change what they may not change', async () => {
    await open({}, aWorkflow({ editable: false }));
    expect(screen.getByText(/not change it/)).toBeInTheDocument();
    expect(screen.queryByTestId('save-workflow')).not.toBeInTheDocument();
    expect(screen.queryByTestId('palette-webhook')).not.toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Description' })).toBeDisabled();
  });
});
