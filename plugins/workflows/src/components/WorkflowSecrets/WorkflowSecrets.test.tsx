import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  SecretSummary,
  WorkflowDefinition,
  WorkflowsApi,
} from 'backstage-plugin-workflows-common';
import { fakeWorkflowsApi } from '../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../testing/history/renderPage';
import { WorkflowSecrets } from './WorkflowSecrets';

const position = { x: 0, y: 0 };

const DEFINITION: WorkflowDefinition = {
  schemaVersion: 1,
  trigger: { type: 'incident_created', conditions: [] },
  settings: {},
  nodes: [
    { id: 'start', type: 'trigger', position, data: {} },
    {
      id: 'tell',
      type: 'action',
      position,
      data: {
        label: 'Tell the chat',
        actionType: 'webhook',
        config: {
          method: 'POST',
          url: 'https://chat.example.com/hook',
          headers: { Authorization: { secret: 'CHAT_TOKEN' } },
          auth: { type: 'bearer', token: { secret: 'NEW_TOKEN' } },
        },
      },
    },
  ],
  edges: [{ id: 'e', source: 'start', target: 'tell' }],
};

const CHAT: SecretSummary = {
  name: 'CHAT_TOKEN',
  allowedHosts: ['chat.example.com'],
  updatedAt: '2026-11-22T10:00:00.000Z',
  updatedBy: 'user:default/ada',
  lastUsedAt: '2026-11-22T11:00:00.000Z',
};
const SPARE: SecretSummary = {
  ...CHAT,
  name: 'SPARE',
  lastUsedAt: undefined,
};

async function open(
  options: {
    answers?: Partial<WorkflowsApi>;
    definition?: WorkflowDefinition;
    authorize?: Parameters<typeof renderPage>[0]['authorize'];
    /** What the policy says of a workflow is remembered by its id. */
    id?: string;
  } = {},
) {
  const onOpenNode = jest.fn();
  const api = fakeWorkflowsApi({
    listSecrets: async () => [CHAT, SPARE],
    ...options.answers,
  });
  await renderPage({
    api,
    path: '/secrets',
    authorize: options.authorize,
    page: (
      <WorkflowSecrets
        workflow={{
          id: options.id ?? 'w1',
          ownerRef: 'group:default/payments',
        }}
        definition={options.definition ?? DEFINITION}
        titleOf={({ data }) => data.label ?? 'Step'}
        onOpenNode={onOpenNode}
      />
    ),
  });
  return { api, onOpenNode };
}

const card = async (name: string) =>
  (await screen.findByRole('heading', { name })).closest('li')!;
const ADD = { name: 'Add a secret…' };

describe('the secrets of a workflow', () => {
  it('tell everything of each but its value', async () => {
    const { onOpenNode } = await open();

    const chat = await card('CHAT_TOKEN');
    expect(chat).toHaveTextContent('May go tochat.example.com');
    expect(chat).toHaveTextContent(/Set.* ago by ada/);
    expect(chat).toHaveTextContent(/Last used.* ago/);
    expect(await card('SPARE')).toHaveTextContent(
      /Never used since it was set.*No step of this version/,
    );
    await userEvent.click(
      within(chat).getByRole('button', { name: 'Tell the chat' }),
    );
    expect(onOpenNode).toHaveBeenCalledWith('tell');
  });

  it('say what they are for when there is none', async () => {
    await open({
      answers: { listSecrets: async () => [] },
      definition: { ...DEFINITION, nodes: [], edges: [] },
    });
    expect(await screen.findByText(/^No secrets yet/)).toBeInTheDocument();
  });

  it('say why they cannot be seen', async () => {
    await open({
      answers: {
        listSecrets: async () => {
          throw new Error('The policy does not allow it');
        },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The policy does not allow it',
    );
  });

  it('are added with name, value and hosts, of which pasted URLs are read', async () => {
    const { api } = await open({
      answers: { putSecret: async () => ({ ...CHAT, name: 'JIRA' }) },
    });
    await userEvent.click(await screen.findByRole('button', ADD));
    const dialog = screen.getByRole('dialog', { name: 'Add a secret' });
    const of = within(dialog);
    await userEvent.type(of.getByLabelText(/^Name/), 'jira');
    const value = of.getByLabelText(/^Value/);
    expect(value).toHaveAttribute('type', 'password');
    await userEvent.type(value, 'hunter2');
    await userEvent.type(
      of.getByLabelText(/^Hosts/),
      'https://acme.atlassian.net/browse, b.example.com:8443{Enter}',
    );

    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(api.putSecret).toHaveBeenCalledWith('w1', 'JIRA', {
      value: 'hunter2',
      allowedHosts: ['acme.atlassian.net', 'b.example.com:8443'],
    });
    expect(api.listSecrets).toHaveBeenCalledTimes(2);
  });

  it('name each mistake, and send nothing', async () => {
    const { api } = await open();
    await userEvent.click(await screen.findByRole('button', ADD));
    const of = within(screen.getByRole('dialog'));
    await userEvent.type(of.getByLabelText(/^Name/), 'CHAT_TOKEN');
    await userEvent.type(of.getByLabelText(/^Hosts/), 'a/b');
    await userEvent.click(of.getByRole('button', { name: 'Save' }));

    expect(of.getByLabelText(/^Name/)).toHaveAccessibleDescription(
      /name is taken/,
    );
    expect(of.getByLabelText(/^Value/)).toHaveAccessibleDescription(
      'must not be empty',
    );
    expect(of.getByLabelText(/^Hosts/)).toHaveAccessibleDescription(
      /lower-case host name/,
    );
    expect(api.putSecret).not.toHaveBeenCalled();
  });

  it('say why one was refused, and keep what was typed', async () => {
    await open({
      answers: {
        putSecret: async () => {
          throw new Error('no encryption key is configured');
        },
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Replace CHAT_TOKEN…' }),
    );
    const of = within(
      screen.getByRole('dialog', { name: 'Replace CHAT_TOKEN' }),
    );
    expect(of.getByLabelText(/^Value/)).toHaveValue('');
    expect(of.getByLabelText(/^Hosts/)).toHaveValue('chat.example.com');
    await userEvent.type(of.getByLabelText(/^Value/), 'next{Enter}');
    expect(await of.findByRole('alert')).toHaveTextContent(
      'no encryption key is configured',
    );
    expect(of.getByLabelText(/^Value/)).toHaveValue('next');
  });

  it('show one that a step names and nobody has set, with the host it is for', async () => {
    await open();
    expect(await card('NEW_TOKEN')).toHaveTextContent('Not set yet');
    await userEvent.click(
      screen.getByRole('button', { name: 'Set NEW_TOKEN…' }),
    );
    const of = within(screen.getByRole('dialog'));
    expect(of.getByLabelText(/^Name/)).toHaveValue('NEW_TOKEN');
    expect(of.getByLabelText(/^Hosts/)).toHaveValue('chat.example.com');
  });

  it('are deleted after a warning that names the steps', async () => {
    const { api } = await open({ answers: { deleteSecret: async () => {} } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete CHAT_TOKEN…' }),
    );
    const dialog = screen.getByRole('dialog', { name: 'Delete CHAT_TOKEN?' });
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'Tell the chat',
    );
    expect(api.deleteSecret).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(api.deleteSecret).toHaveBeenCalledWith('w1', 'CHAT_TOKEN');
  });

  it.each([
    [
      'are of another team',
      { getCapabilities: async () => ({ admin: false, ownershipRefs: [] }) },
      AuthorizeResult.ALLOW,
    ],
    ['the policy keeps', {}, AuthorizeResult.DENY],
  ])('that %s cannot be changed', async (_, answers, decision) => {
    await open({ answers, authorize: () => decision, id: `w-${decision}` });
    await card('CHAT_TOKEN');
    expect(
      await screen.findByText(/^Only members of the team/),
    ).toBeInTheDocument();
    for (const name of [/^Add/, /^Replace/, /^Delete/, /^Set /]) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
  });
});
