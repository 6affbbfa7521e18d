import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  HOSTILE_TITLE,
  aTimeline,
  anExecution,
  anIncident,
  anIncidentDetail,
} from '../../testing/history/fixtures';
import { fakeWorkflowsApi } from '../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../testing/history/renderPage';
import { IncidentPage } from './IncidentPage';

type Detail = ReturnType<typeof anIncidentDetail>;

async function open(
  answers: Parameters<typeof fakeWorkflowsApi>[0],
  overrides: Partial<Detail> = {},
) {
  const api = fakeWorkflowsApi({
    getIncident: async () => anIncidentDetail(overrides),
    listIncidentTimeline: async () => ({ items: aTimeline() }),
    listExecutions: async () => ({ items: [] }),
    ...answers,
  });
  const rendered = await renderPage({
    api,
    page: <IncidentPage />,
    path: '/incidents/:id',
    at: `/incidents/${anIncident().id}`,
  });
  return { ...rendered, api };
}

const openAtSource = () =>
  screen.queryByRole('link', { name: /Open at the source/ });

describe('IncidentPage', () => {
  it('shows what is known of the incident, with links to its entity and owner', async () => {
    await open({});

    expect(
      await screen.findByRole('heading', { name: 'Checkout is slow' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout',
    );
    expect(screen.getByRole('link', { name: 'payments' })).toHaveAttribute(
      'href',
      '/catalog/default/group/payments',
    );
    expect(screen.getByText('HighLatency')).toBeInTheDocument();
  });

  it('leads to the source', async () => {
    await open({});
    await screen.findByRole('heading', { name: 'Checkout is slow' });

    expect(openAtSource()).toHaveAttribute(
      'href',
      'https://alerts.example.com/1',
    );
  });

  it('makes no link of a URL that is not of the web', async () => {
    const url = ['javascript', 'alert(1)'].join(':');
    await open({}, { url });

    expect(await screen.findByText(url)).toBeInTheDocument();
    expect(openAtSource()).not.toBeInTheDocument();
    expect(document.querySelector('a[href^="javascript"]')).toBeNull();
  });

  it('says that no entity was found, and what that means for workflows', async () => {
    await open({}, { entityRef: undefined, ownerRef: undefined });

    expect(await screen.findByText('No catalog entity')).toBeInTheDocument();
    expect(
      await screen.findByText(/names no known catalog entity/),
    ).toBeInTheDocument();
  });

  it('tells what each event changed, by whom, and what it set off', async () => {
    await open({});
    const timeline = await screen.findByRole('region', { name: 'Timeline' });
    const [last, first] = await within(timeline).findAllByRole('listitem');

    expect(last).toHaveTextContent(/By ada.*Acknowledged \(was triggered\)/);
    expect(first).toHaveTextContent(/Triggered.*Checkout is slow.*pod.*web-1/);
    expect(
      within(first).getByRole('link', { name: 'Announce and escalate' }),
    ).toHaveAttribute(
      'href',
      '/workflows/executions/019a0000-0000-7000-8000-000000000001',
    );
  });

  it('tells of an event that came too late to change anything', async () => {
    const [entry] = aTimeline();
    await open({
      listIncidentTimeline: async () => ({
        items: [{ ...entry, changes: [], late: true }],
      }),
    });

    expect(await screen.findByText(/Arrived late, at/)).toBeInTheDocument();
    expect(screen.getByText('Said nothing new.')).toBeInTheDocument();
  });

  it('leads to its tickets, and makes no link of what is none', async () => {
    const url = ['javascript', 'alert(1)'].join(':');
    const tickets = [
      { system: 'jira', key: 'OPS-1', url: 'https://jira.example/OPS-1' },
      { system: 'own', key: 'X-2', url, state: 'Done' },
    ];
    await open({}, { metadata: { tickets } });

    expect(await screen.findByRole('link', { name: /OPS-1/ })).toHaveAttribute(
      'href',
      'https://jira.example/OPS-1',
    );
    expect(screen.getByText('own · Done')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'X-2' })).toBeNull();
  });

  it('shows the runs for the incident, a new one as soon as it is signalled', async () => {
    const items: ReturnType<typeof anExecution>[] = [];
    const { signal, api } = await open({
      listExecutions: async () => ({ items: [...items] }),
    });
    expect(
      await screen.findByText('No workflow ran for this incident'),
    ).toBeInTheDocument();

    items.push(anExecution());
    await signal({ kind: 'execution', id: anExecution().id });

    expect(
      await screen.findByRole('link', { name: 'Announce and escalate' }),
    ).toBeInTheDocument();
    expect(api.listExecutions).toHaveBeenLastCalledWith(
      expect.objectContaining({ incidentId: anIncident().id }),
    );
  });

  it('sends what was edited, and nothing else', async () => {
    let incident = anIncidentDetail();
    const { api } = await open({
      getIncident: async () => incident,
      updateIncident: async (_, edit) => {
        incident = anIncidentDetail({ priority: edit.priority });
        return incident;
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const save = screen.getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    const set = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    set('Priority', 'P1');
    set('Severity', 'low');
    set('Severity', 'critical');
    fireEvent.click(save);
    await waitFor(() =>
      expect(api.updateIncident).toHaveBeenCalledWith(anIncident().id, {
        priority: 'P1',
      }),
    );
    expect(await screen.findByText('P1')).toBeInTheDocument();
  });

  it('has no way to edit for those who may not', async () => {
    await open({}, { editable: false });
    await screen.findByRole('heading', { name: 'Checkout is slow' });
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('says that there is no such incident', async () => {
    await open({
      getIncident: async () => {
        throw Object.assign(new Error('gone'), { statusCode: 404 });
      },
    });

    expect(
      await screen.findByText('There is no such incident'),
    ).toBeInTheDocument();
  });

  it('shows hostile texts as they are', async () => {
    await open(
      {},
      {
        title: HOSTILE_TITLE,
        description: HOSTILE_TITLE,
        labels: { pod: HOSTILE_TITLE },
      },
    );

    expect(
      await screen.findByRole('heading', { name: HOSTILE_TITLE }),
    ).toBeInTheDocument();
    expect(document.querySelector('article script, article b')).toBeNull();
  });
});
