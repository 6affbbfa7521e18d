import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HOSTILE_TITLE, anIncident } from '../../testing/history/fixtures';
import { fakeWorkflowsApi } from '../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../testing/history/renderPage';
import { IncidentsPage } from './IncidentsPage';

async function open(
  answers: Parameters<typeof fakeWorkflowsApi>[0],
  at?: string,
) {
  const api = fakeWorkflowsApi(answers);
  const rendered = await renderPage({
    api,
    page: <IncidentsPage />,
    path: '/incidents',
    at,
  });
  return { ...rendered, api };
}

describe('IncidentsPage', () => {
  it('shows what happened with status, severity, entity, owner and source', async () => {
    await open({ listIncidents: async () => ({ items: [anIncident()] }) });

    const row = await screen.findByRole('row', { name: /Checkout is slow/ });

    expect(row).toHaveTextContent('Triggered');
    expect(row).toHaveTextContent('critical');
    expect(row).toHaveTextContent('alertmanager');
    expect(
      within(row).getByRole('link', { name: 'Checkout is slow' }),
    ).toHaveAttribute('href', `/workflows/incidents/${anIncident().id}`);
    expect(
      within(row).getByRole('link', { name: 'checkout' }),
    ).toBeInTheDocument();
    expect(
      within(row).getByRole('link', { name: 'payments' }),
    ).toBeInTheDocument();
  });

  it('marks an incident without an entity, and names its service', async () => {
    await open({
      listIncidents: async () => ({
        items: [anIncident({ entityRef: undefined, service: 'legacy' })],
      }),
    });

    const row = await screen.findByRole('row', { name: /Checkout is slow/ });

    expect(row).toHaveTextContent('legacy (unresolved)');
  });

  it('says how incidents arrive when none has', async () => {
    await open({ listIncidents: async () => ({ items: [] }) });

    expect(
      await screen.findByText('No incident has arrived yet'),
    ).toBeInTheDocument();
    expect(screen.getByText(/npm run demo:incident/)).toBeInTheDocument();
  });

  it('shows an error and loads again when asked to', async () => {
    let fails = true;
    await open({
      listIncidents: async () => {
        if (fails) {
          throw new Error('the backend is away');
        }
        return { items: [anIncident()] };
      },
    });
    await screen.findByText('the backend is away');

    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: 'Checkout is slow' }),
    ).toBeInTheDocument();
  });

  it('shows a new incident as soon as it is signalled', async () => {
    const items = [anIncident()];
    const { signal } = await open({
      listIncidents: async () => ({ items: [...items] }),
    });
    await screen.findByRole('link', { name: 'Checkout is slow' });

    items.unshift(anIncident({ id: 'new', title: 'Search is down' }));
    await signal({ kind: 'incident', id: 'new' });

    expect(
      await screen.findByRole('link', { name: 'Search is down' }),
    ).toBeInTheDocument();
  });

  it('searches once the typing pauses', async () => {
    const { api } = await open({ listIncidents: async () => ({ items: [] }) });
    await screen.findByText('No incident has arrived yet');

    await userEvent.type(screen.getByLabelText('Search'), 'slow');

    expect(
      await screen.findByText('No incident matches these filters'),
    ).toBeInTheDocument();
    expect(
      api.listIncidents.mock.calls.map(([query]) => query?.search),
    ).not.toContain('sl');
    expect(api.listIncidents).toHaveBeenLastCalledWith(
      expect.objectContaining({ search: 'slow' }),
    );
  });

  it('forgets the search when the filters are cleared', async () => {
    const { api } = await open(
      { listIncidents: async () => ({ items: [] }) },
      '/incidents?search=slow&status=resolved',
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );

    await waitFor(() =>
      expect(screen.getByLabelText('Search')).toHaveValue(''),
    );
    expect(api.listIncidents).toHaveBeenLastCalledWith(
      expect.objectContaining({ search: undefined, status: undefined }),
    );
  });

  it('shows hostile titles as they are', async () => {
    await open({
      listIncidents: async () => ({
        items: [anIncident({ title: HOSTILE_TITLE })],
      }),
    });

    expect(
      await screen.findByRole('link', { name: HOSTILE_TITLE }),
    ).toBeInTheDocument();
    expect(document.querySelector('table script, table b')).toBeNull();
  });
});
