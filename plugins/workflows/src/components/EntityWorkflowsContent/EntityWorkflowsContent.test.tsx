import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import type { EntityScope } from 'backstage-plugin-workflows-common';
import {
  aWorkflow,
  anExecution,
  anIncident,
} from '../../testing/history/fixtures';
import { fakeWorkflowsApi } from '../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../testing/history/renderPage';
import { EntityWorkflowsContent } from './EntityWorkflowsContent';

const ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'Checkout' },
};
const REF = 'component:default/checkout';

async function open(answers: Parameters<typeof fakeWorkflowsApi>[0]) {
  const api = fakeWorkflowsApi({
    listIncidents: async () => ({ items: [] }),
    listWorkflows: async () => ({ items: [] }),
    listExecutions: async () => ({ items: [] }),
    ...answers,
  });
  await renderPage({
    api,
    page: (
      <EntityProvider entity={ENTITY}>
        <EntityWorkflowsContent />
      </EntityProvider>
    ),
    path: '/entity',
  });
  return api;
}

const section = (name: string) => screen.findByRole('region', { name });

describe('EntityWorkflowsContent', () => {
  it('asks for what concerns the entity', async () => {
    const api = await open({});

    for (const list of [
      api.listIncidents,
      api.listWorkflows,
      api.listExecutions,
    ]) {
      expect(list).toHaveBeenCalledWith(
        expect.objectContaining({ entityRef: REF }),
      );
    }
  });

  it('shows incidents, workflows and executions, each with the way to all', async () => {
    await open({
      listIncidents: async () => ({ items: [anIncident()], nextAfter: 'x' }),
      listWorkflows: async () => ({ items: [aWorkflow()] }),
      listExecutions: async () => ({
        items: [anExecution({ status: 'FAILED' })],
      }),
    });

    const incidents = await section('Incidents');
    expect(
      await within(incidents).findByRole('link', { name: 'Checkout is slow' }),
    ).toBeInTheDocument();
    expect(
      within(incidents).getByRole('link', { name: 'View all: Incidents' }),
    ).toHaveAttribute(
      'href',
      '/workflows/incidents?entityRef=component%3Adefault%2Fcheckout',
    );
    expect(
      within(incidents).queryByRole('button', { name: 'Load more' }),
    ).not.toBeInTheDocument();

    const workflows = await section('Workflows that can run here');
    expect(
      within(workflows).getByRole('row', { name: /Enabled.*never/ }),
    ).toBeInTheDocument();

    const executions = await section('Executions');
    expect(
      within(executions).getByRole('row', { name: /Failed/ }),
    ).toBeInTheDocument();
  });

  it('tells a workflow that runs from one that is off and from a draft', async () => {
    await open({
      listWorkflows: async () => ({
        items: [
          aWorkflow({ id: '1', name: 'On' }),
          aWorkflow({ id: '2', name: 'Off', enabled: false }),
          aWorkflow({
            id: '3',
            name: 'Draft',
            enabled: false,
            publishedVersion: undefined,
          }),
        ],
      }),
    });

    expect(
      await screen.findByRole('row', { name: /Enabled On/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /Disabled Off/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /Not published Draft/ }),
    ).toBeInTheDocument();
  });

  it.each<[Partial<EntityScope>, string]>([
    [{ reason: 'global' }, 'Global: for every entity'],
    [{ reason: 'owner' }, 'Its team owns this entity'],
    [{ reason: 'named' }, 'This entity names it'],
    [{ reason: 'selected', selectors: [] }, 'For every entity of the catalog'],
    [
      {
        reason: 'selected',
        selectors: [
          {
            selector: 'types',
            expected: ['service', 'website'],
            actual: ['service'],
            fits: true,
          },
          {
            selector: 'tags',
            expected: ['tier-1'],
            actual: ['go', 'tier-1'],
            fits: true,
          },
        ],
        explanation: {
          match: 'all',
          holds: true,
          conditions: [
            { field: 'entity.spec.lifecycle', operator: 'exists', holds: true },
          ],
        },
      },
      'Fits: type service · tag tier-1 · conditions on the entity',
    ],
  ])('says why a workflow is for the entity: %j', async (scope, words) => {
    await open({
      listWorkflows: async () => ({
        items: [
          aWorkflow({ scope: { applies: true, reason: 'global', ...scope } }),
        ],
      }),
    });

    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('says what an empty section means', async () => {
    await open({});

    expect(await screen.findByText('No incidents')).toBeInTheDocument();
    expect(
      await screen.findByText('No workflow covers this entity'),
    ).toBeInTheDocument();
    expect(await screen.findByText('No runs')).toBeInTheDocument();
  });

  it('shows the other sections when one fails', async () => {
    await open({
      listIncidents: async () => {
        throw new Error('You may not see incidents');
      },
      listWorkflows: async () => ({ items: [aWorkflow()] }),
    });

    expect(
      await screen.findByText('You may not see incidents'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Announce and escalate' }),
    ).toBeInTheDocument();
  });
});
