import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TestApiProvider } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anIncidentDetail } from '../../../testing/history/fixtures';
import { fakeWorkflowsApi } from '../../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../../testing/history/renderPage';
import { IncidentEntityFact } from './IncidentEntityFact';

const cart = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart', namespace: 'default' },
};

type Detail = ReturnType<typeof anIncidentDetail>;

async function open(
  overrides: Partial<Detail>,
  updateIncident: () => Promise<Detail> = async () => anIncidentDetail(),
) {
  const api = fakeWorkflowsApi({ updateIncident });
  const catalog = catalogApiMock({ entities: [cart] });
  await renderPage({
    api,
    page: (
      <TestApiProvider apis={[[catalogApiRef, catalog]]}>
        <IncidentEntityFact incident={anIncidentDetail(overrides)} />
      </TestApiProvider>
    ),
    path: '/incident',
  });
  return api;
}

const button = (name: string) => screen.findByRole('button', { name });
const dialog = async () => within(await screen.findByRole('dialog'));

describe('the entity of an incident', () => {
  it.each([
    [{ resolvedBy: 'hand' as const, by: 'x' }, 'Set by hand'],
    [{ resolvedBy: 'payload' as const, by: 'x' }, 'Named by the sender'],
    [
      { resolvedBy: 'annotation' as const, by: 'pagerduty.com/service-id: P1' },
      'By the annotation pagerduty.com/service-id: P1',
    ],
    [
      { resolvedBy: 'rule' as const, by: 'workflows.catalog.rules[1]' },
      'By the rule workflows.catalog.rules[1]',
    ],
    [
      { resolvedBy: 'name' as const, by: 'checkout' },
      'By the service’s name, checkout',
    ],
  ])('says how it was found: %j', async (entityResolution, words) => {
    await open({ entityResolution });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('says which others would fit, and what is not in the catalog', async () => {
    await open({
      entityResolution: {
        resolvedBy: 'annotation',
        by: 'a: b',
        alternatives: ['component:default/b', 'component:default/c'],
        unknown: ['component:default/gone'],
      },
    });
    expect(
      await screen.findByText(
        'Would fit as well: component:default/b, component:default/c',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Not in the catalog: component:default/gone'),
    ).toBeInTheDocument();
  });

  it('is set by hand', async () => {
    const api = await open({ entityRef: undefined, service: 'shop' });
    expect(await screen.findByText('No catalog entity')).toBeInTheDocument();
    expect(
      screen.getByText('Nothing in the catalog goes by the service shop.'),
    ).toBeInTheDocument();

    await userEvent.click(await button('Set entity…'));
    await userEvent.click((await dialog()).getByRole('textbox'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'component:default/cart' }),
    );
    await userEvent.click(await button('Set'));

    expect(api.updateIncident).toHaveBeenCalledWith(
      '019a0000-0000-7000-8000-00000000000a',
      { entityRef: 'component:default/cart' },
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('goes by the source again when what was set by hand is taken back', async () => {
    const api = await open({
      entityResolution: { resolvedBy: 'hand', by: 'component:default/cart' },
    });
    await userEvent.click(await button('Change entity…'));
    await userEvent.click(await button('Go by the source again'));
    expect(api.updateIncident).toHaveBeenCalledWith(expect.anything(), {
      entityRef: null,
    });
  });

  it('says why it could not be set', async () => {
    await open(
      { entityResolution: { resolvedBy: 'hand', by: 'x' } },
      async () => {
        throw new Error('the policy does not allow it');
      },
    );
    await userEvent.click(await button('Change entity…'));
    await userEvent.click(await button('Go by the source again'));
    expect(
      await screen.findByText(/the policy does not allow it/),
    ).toBeInTheDocument();
  });

  it('cannot be set by those who may not change the incident', async () => {
    await open({ entityRef: undefined, editable: false });
    expect(await screen.findByText('No catalog entity')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
