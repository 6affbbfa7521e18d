import { fireEvent, screen, waitFor } from '@testing-library/react';
import type {
  DeliveryDetail,
  DeliverySummary,
} from 'backstage-plugin-workflows-common';
import { HOSTILE_TITLE } from '../../testing/history/fixtures';
import { fakeWorkflowsApi } from '../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../testing/history/renderPage';
import { DeliveryPage } from '../DeliveryPage/DeliveryPage';
import { DeliveriesPage } from './DeliveriesPage';

const FAILED: DeliverySummary = {
  id: '019a0000-0000-7000-8000-0000000000d1',
  sourceId: 'pager',
  state: 'failed',
  error: `what: is missing ${HOSTILE_TITLE}`,
  attempts: 1,
  receivedAt: '2026-11-22T10:00:00.000Z',
};

const DETAIL: DeliveryDetail = {
  ...FAILED,
  deliveryKey: 'key-1',
  headers: { 'content-type': 'application/json' },
  body: `{ "id": 1, "title": ${JSON.stringify(HOSTILE_TITLE)} }`,
};

const base = {
  listDeliveries: async () => ({ items: [FAILED] }),
  getDelivery: async () => DETAIL,
  getDeliveryCounts: async () => ({
    failed: 3,
    sources: [{ sourceId: 'pager', failed: 3 }],
  }),
  listSources: async () => [
    { id: 'alerts', type: 'alertmanager', hookPath: '/hooks/alerts' },
  ],
  replayDeliveries: async () => ({ replayed: 3 }),
  replayDelivery: async () => FAILED,
};

const openList = (at = '/deliveries', answers = {}) => {
  const api = fakeWorkflowsApi({ ...base, ...answers });
  return renderPage({
    api,
    page: <DeliveriesPage />,
    path: '/deliveries',
    at,
  }).then(() => api);
};

describe('DeliveriesPage', () => {
  it('says how many failed and why, and leads to each', async () => {
    await openList();
    expect(await screen.findByText('Failed deliveries: 3')).toBeInTheDocument();
    expect(await screen.findByTitle(FAILED.error!)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Look at it' })).toHaveAttribute(
      'href',
      `/workflows/deliveries/${FAILED.id}`,
    );
  });

  it('replays all of a source', async () => {
    const api = await openList();
    fireEvent.click(
      await screen.findByRole('button', {
        name: 'Replay failed ones of pager (3)',
      }),
    );
    await waitFor(() =>
      expect(api.replayDeliveries).toHaveBeenCalledWith({ sourceId: 'pager' }),
    );
    await waitFor(() => expect(api.getDeliveryCounts).toHaveBeenCalledTimes(2));
  });

  it('filters by state and source', async () => {
    const api = await openList('/deliveries?state=ignored&sourceId=gone', {
      listDeliveries: async () => ({ items: [] }),
    });
    expect(
      await screen.findByText('No delivery matches these filters'),
    ).toBeInTheDocument();
    expect(api.listDeliveries).toHaveBeenCalledWith(
      expect.objectContaining({ state: 'ignored', sourceId: 'gone' }),
    );
  });
});

describe('DeliveryPage', () => {
  it('shows the body as received, and replays it', async () => {
    const api = fakeWorkflowsApi(base);
    await renderPage({
      api,
      page: <DeliveryPage />,
      path: '/deliveries/:id',
      at: `/deliveries/${FAILED.id}`,
    });
    expect(
      await screen.findByLabelText('Body as received', { selector: 'pre' }),
    ).toHaveTextContent(DETAIL.body);
    expect(document.querySelector('article script')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Replay' }));
    await waitFor(() =>
      expect(api.replayDelivery).toHaveBeenCalledWith(FAILED.id),
    );
  });
});
