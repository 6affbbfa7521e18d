import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestApiProvider } from '@backstage/test-utils';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeWorkflowsApi } from '../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../testing/history/renderPage';
import { DeclareIncidentButton } from './DeclareIncidentButton';

const INCIDENT = '019a0000-0000-7000-8000-00000000000a';

async function open(answers: Parameters<typeof fakeWorkflowsApi>[0]) {
  const api = fakeWorkflowsApi(answers);
  const catalog = catalogApiMock({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'checkout' },
      },
    ],
  });
  await renderPage({
    api,
    page: (
      <TestApiProvider apis={[[catalogApiRef, catalog]]}>
        <DeclareIncidentButton />
      </TestApiProvider>
    ),
    path: '/incidents',
  });
  fireEvent.click(screen.getByRole('button', { name: 'Declare incident' }));
  return api;
}

const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const submit = () => screen.getByRole('button', { name: 'Declare' });

describe('DeclareIncidentDialog', () => {
  it('needs a title, and tells of the chosen entity', async () => {
    const api = await open({
      createIncident: async () => ({
        status: 'accepted',
        deliveryId: 'd',
        sourceId: 'portal',
        incidentKey: 'k',
        incidentId: INCIDENT,
      }),
    });
    expect(submit()).toBeDisabled();
    type(/Title/, ' Checkout is slow ');
    type(/Severity/, 'critical');
    type(/Catalog entity/, 'check');
    fireEvent.click(await screen.findByText('component:default/checkout'));
    fireEvent.click(submit());
    await waitFor(() => expect(api.createIncident).toHaveBeenCalledTimes(1));
    expect(api.createIncident).toHaveBeenCalledWith(
      {
        entityRef: 'component:default/checkout',
        patch: { title: 'Checkout is slow', severity: 'critical' },
      },
      { idempotencyKey: expect.any(String) },
    );
  });

  it('says why it was refused, and tries again under the same key', async () => {
    const api = await open({
      createIncident: async () => {
        throw new Error('the policy says no');
      },
    });
    type(/Title/, 'Down');
    fireEvent.click(submit());
    expect(await screen.findByText(/the policy says no/)).toBeInTheDocument();
    fireEvent.click(submit());
    await waitFor(() => expect(api.createIncident).toHaveBeenCalledTimes(2));
    const [[, first], [, second]] = api.createIncident.mock.calls;
    expect(second).toEqual(first);
  });
});
