import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReactFlowProvider } from '@xyflow/react';
import type { DryRun, WorkflowsApi } from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from '../../api/workflowsApiRef';
import { Providers } from '../../components/Providers/Providers';
import { fakeWorkflowsApi } from '../../testing/history/fakeWorkflowsApi';
import { anIncident } from '../../testing/history/fixtures';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { Announcer } from '../announce/Announcer';
import { BuilderProvider } from '../context/BuilderContext';
import { UiProvider } from '../context/UiContext';
import { emptyDefinition } from '../model/document';
import { conditionTemplate } from '../model/nodeTemplate';
import { addStep } from '../model/operations/addStep';
import { updateNode } from '../model/operations/updateNode';
import { createBuilderStore } from '../store/createBuilderStore';
import { webhookTemplate } from '../testing/arbitraries';
import { webhookDescriptor } from '../testing/webhookDescriptor';
import { aWorkflow } from '../testing/workflow';
import { TryingProvider } from './TryingContext';
import { TryingPanel } from './TryingPanel';

/** trigger → condition_1 –true→ webhook_1, –false→ webhook_2 */
const definition = [
  { nodeId: 'trigger', template: conditionTemplate() },
  { nodeId: 'condition_1', template: webhookTemplate },
  { nodeId: 'condition_1', template: webhookTemplate },
].reduce(
  (drawn, { nodeId, template }) =>
    addStep(drawn, template, { kind: 'after', nodeId }).definition,
  emptyDefinition(),
);

const matching: DryRun = {
  problems: [],
  trigger: {
    matched: true,
    scope: { applies: true, reason: 'global' },
    explanation: { match: 'all', holds: true, conditions: [] },
  },
  outcome: 'COMPLETED',
  edges: [],
  incident: { title: 'Checkout is slow' },
  steps: [
    {
      nodeId: 'condition_1',
      state: 'completed',
      branch: 'true',
      explanation: {
        match: 'all',
        holds: true,
        conditions: [
          {
            field: 'severity',
            operator: 'equals',
            expected: 'critical',
            actual: 'critical',
            holds: true,
          },
        ],
      },
    },
    {
      nodeId: 'webhook_1',
      state: 'completed',
      request: {
        method: 'POST',
        url: 'https://chat.example.com/hook',
        headers: { Authorization: { secret: 'TOKEN' } },
      },
      output: { status: 200 },
    },
    { nodeId: 'webhook_2', state: 'skipped' },
  ],
};

async function open(answers: Partial<WorkflowsApi> = {}) {
  const api = fakeWorkflowsApi({ dryRun: async () => matching, ...answers });
  const workflow = aWorkflow({ definition });
  const store = createBuilderStore({ workflow });
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [workflowsApiRef, api],
        [signalApiRef, { subscribe: () => ({ unsubscribe: () => {} }) }],
      ]}
    >
      <Providers>
        <BuilderProvider
          value={{
            store,
            workflow,
            actions: [webhookDescriptor],
            editable: true,
          }}
        >
          <UiProvider>
            <TryingProvider store={store}>
              <ReactFlowProvider>
                <TryingPanel />
                <Announcer />
              </ReactFlowProvider>
            </TryingProvider>
          </UiProvider>
        </BuilderProvider>
      </Providers>
    </TestApiProvider>,
  );
  return { api, store };
}

const test = () =>
  userEvent.click(screen.getByRole('button', { name: 'Test' }));

const step = (id: string) => within(screen.getByTestId(`tried-${id}`));

describe('TryingPanel', () => {
  it('plays what is drawn, not what is saved, and says what came of it', async () => {
    const { api, store } = await open();
    act(() =>
      store.getState().edit(document => ({
        ...document,
        definition: { ...definition, settings: { concurrency: 3 } },
      })),
    );
    expect(screen.getByText(/Nothing is sent/)).toBeVisible();
    await test();
    expect(
      await screen.findByText('The trigger matches: it would start a run.'),
    ).toBeVisible();
    expect(api.dryRun).toHaveBeenCalledWith({
      definition: store.getState().document.definition,
      workflowId: aWorkflow().id,
      outputs: {},
    });
    expect(screen.getByTestId('announcer')).toHaveTextContent(
      'Tested: the run would complete. 2 steps run, 1 are skipped. Nothing was sent.',
    );
    expect(step('webhook_2').getByText('Skipped')).toBeVisible();
  });

  it('tests with a past incident that was searched for', async () => {
    const incident = anIncident({ title: 'Checkout is down' });
    const { api } = await open({
      listIncidents: async () => ({ items: [incident] }),
    });
    await userEvent.click(
      screen.getByRole('radio', { name: 'A past incident' }),
    );
    expect(screen.getByRole('button', { name: 'Test' })).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Past incident' }),
      'down',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Checkout is down/ }),
    );
    await test();
    await screen.findByTestId('test-result');
    expect(api.listIncidents).toHaveBeenCalledWith({
      search: 'down',
      after: undefined,
    });
    expect(api.dryRun).toHaveBeenCalledWith(
      expect.objectContaining({ incidentId: incident.id }),
    );
  });

  it('tests with an incident that is written down, once it is JSON', async () => {
    const { api } = await open();
    await userEvent.click(
      screen.getByRole('radio', { name: 'One that you write' }),
    );
    const text = screen.getByRole('textbox', { name: 'Incident as JSON' });
    await userEvent.clear(text);
    await userEvent.click(text);
    await userEvent.paste('["severity"]');
    expect(screen.getByText(/This is not a JSON object/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Test' })).toBeDisabled();
    await userEvent.clear(text);
    await userEvent.paste('{"severity":"low"}');
    await test();
    await screen.findByTestId('test-result');
    expect(api.dryRun).toHaveBeenCalledWith(
      expect.objectContaining({ incident: { severity: 'low' } }),
    );
  });

  it('shows of a step the way that it took and why, and the request with references to secrets', async () => {
    const { store } = await open();
    await test();
    await screen.findByTestId('test-result');
    await userEvent.click(step('condition_1').getByRole('button'));
    expect(store.getState().selection).toEqual(['condition_1']);
    expect(step('condition_1').getByText('Took the “true” way')).toBeVisible();
    expect(screen.getByTestId('tried-condition_1')).toHaveTextContent(
      'severity is "critical" · saw "critical"',
    );
    await userEvent.click(step('webhook_1').getByRole('button'));
    expect(
      step('webhook_1').getByText('POST https://chat.example.com/hook'),
    ).toBeVisible();
    expect(
      step('webhook_1').getByLabelText('Request as it would be sent'),
    ).toHaveTextContent('"secret": "TOKEN"');
  });

  it('pins an output, marks what it concerns as stale, and gives it to the next test', async () => {
    const { api } = await open();
    await test();
    await screen.findByTestId('test-result');
    await userEvent.click(step('webhook_1').getByRole('button'));
    await userEvent.click(
      step('webhook_1').getByRole('button', { name: 'Pin another output…' }),
    );
    const text = screen.getByRole('textbox', { name: 'Output as JSON' });
    await userEvent.clear(text);
    await userEvent.paste('{"status":418}');
    await userEvent.click(screen.getByRole('button', { name: 'Pin it' }));
    expect(step('webhook_1').getByText('Changed since the test')).toBeVisible();
    expect(
      step('condition_1').queryByText('Changed since the test'),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Test again' }));
    await act(async () => {});
    expect(api.dryRun).toHaveBeenLastCalledWith(
      expect.objectContaining({ outputs: { webhook_1: { status: 418 } } }),
    );
    expect(
      screen.queryByText('Changed since the test'),
    ).not.toBeInTheDocument();
  });

  it('marks a step that was edited since, and those after it, as stale', async () => {
    const { store } = await open();
    await test();
    await screen.findByTestId('test-result');
    act(() =>
      store.getState().edit(document => ({
        ...document,
        definition: updateNode(definition, 'condition_1', {
          match: 'none',
          conditions: [{ field: 'severity', value: 'low' }],
        }),
      })),
    );
    expect(screen.getAllByText('Changed since the test')).toHaveLength(3);
    act(() => store.undo());
    expect(
      screen.queryByText('Changed since the test'),
    ).not.toBeInTheDocument();
  });

  it('says in words why the trigger does not match', async () => {
    await open({
      dryRun: async () => ({
        ...matching,
        trigger: {
          matched: false,
          stoppedBy: 'scope',
          scope: { applies: false, reason: 'no_entity' },
          explanation: { match: 'all', holds: true, conditions: [] },
        },
      }),
    });
    await test();
    expect(
      await screen.findByText(
        /It would not start: the workflow is not for this incident. It is for certain entities, and no entity was known/,
      ),
    ).toBeVisible();
    expect(screen.getByTestId('announcer')).toHaveTextContent(
      'The trigger does not match.',
    );
  });

  it('names the errors that keep it from running', async () => {
    await open({
      dryRun: async () => ({
        steps: [],
        edges: [],
        problems: [
          {
            code: 'graph_cycle',
            severity: 'error',
            path: 'edges',
            message: 'the steps run in a circle',
          },
        ],
      }),
    });
    await test();
    expect(await screen.findByText('the steps run in a circle')).toBeVisible();
  });

  it('says what the server refused, and keeps the last result until it is cleared', async () => {
    const answers = [async () => matching];
    await open({
      dryRun: async () => {
        const answer = answers.shift();
        if (!answer) {
          throw new Error('incident.severity must be a string');
        }
        return answer();
      },
    });
    await test();
    await screen.findByTestId('test-result');
    await test();
    expect(
      await screen.findByText('incident.severity must be a string'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear the result' }),
    );
    expect(screen.queryByTestId('test-result')).not.toBeInTheDocument();
  });
});
