import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ExplainedEvent } from 'backstage-plugin-workflows-common';
import { fakeWorkflowsApi } from '../../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../../testing/history/renderPage';
import { IncidentExplain } from './IncidentExplain';

const at = '2026-11-22T10:00:00.000Z';
const base = { occurredAt: at, receivedAt: at, fired: [], version: 2 };

async function explain(...events: Partial<ExplainedEvent>[]) {
  const api = fakeWorkflowsApi({
    listWorkflows: async () => ({
      items: [{ id: 'w', name: 'Tell the team' } as any],
    }),
    explainIncident: async () => ({
      workflowId: 'w',
      workflowName: 'Tell the team',
      events: events.map((event, index) => ({
        ...base,
        eventId: `e${index}`,
        outcome: 'ran',
        ...event,
      })),
    }),
  });
  await renderPage({
    api,
    page: <IncidentExplain incidentId="i" />,
    path: '/incidents/i',
  });
  await userEvent.click(await screen.findByLabelText('Workflow'));
  await userEvent.click(await screen.findByText('Tell the team'));
  return {
    api,
    items: within(
      await screen.findByRole('list', { name: /Why did a workflow/ }),
    ).getAllByRole('listitem'),
  };
}

it('says in a sentence what became of each event, with the way to the run', async () => {
  const { api, items } = await explain(
    { outcome: 'disabled' },
    { outcome: 'ran', executionId: 'x' },
    { outcome: 'once', executionId: 'x' },
  );
  expect(api.explainIncident).toHaveBeenCalledWith('i', { workflowId: 'w' });
  expect(items).toHaveLength(3);
  expect(items[0]).toHaveTextContent('The workflow was switched off.');
  expect(within(items[1]).getByRole('link')).toHaveAttribute(
    'href',
    '/workflows/executions/x',
  );
  expect(items[2]).toHaveTextContent('had run already and runs only once');
});

it('shows which condition said no to which value', async () => {
  const { items } = await explain({
    outcome: 'conditions',
    conditions: {
      match: 'all',
      holds: false,
      conditions: [
        {
          field: 'severity',
          operator: 'equals',
          expected: 'critical',
          actual: 'warning',
          holds: false,
        },
      ],
    },
  });
  expect(items[0]).toHaveTextContent('Not all of its conditions held.');
  expect(items[0]).toHaveTextContent(/severity.*critical.*warning/);
});

it('says whom it is not for, and when a time would have been over', async () => {
  const { items } = await explain(
    {
      outcome: 'scope',
      scope: { applies: false, reason: 'no_entity' },
    },
    { outcome: 'age_not_reached', reachedAt: at },
    { outcome: 'skipped', reason: 'A circle of runs.', killSwitch: true },
  );
  expect(items[0]).toHaveTextContent('no entity was known for this incident');
  expect(items[1]).toHaveTextContent('The time would have been over at');
  expect(items[2]).toHaveTextContent('A circle of runs.');
  expect(items[2]).toHaveTextContent('The kill switch was on then');
});
