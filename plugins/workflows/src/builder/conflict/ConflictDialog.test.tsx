import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Workflow } from 'backstage-plugin-workflows-common';
import { BuilderProvider } from '../context/BuilderContext';
import type { BuilderDocument } from '../model/document';
import { addStep } from '../model/operations/addStep';
import { updateNode } from '../model/operations/updateNode';
import { createBuilderStore } from '../store/createBuilderStore';
import { webhookTemplate } from '../testing/arbitraries';
import { webhookDescriptor } from '../testing/webhookDescriptor';
import { aWorkflow } from '../testing/workflow';
import { ConflictDialog } from './ConflictDialog';

const base = aWorkflow({
  definition: addStep(aWorkflow().definition, webhookTemplate, {
    kind: 'after',
    nodeId: 'trigger',
  }).definition,
});

const withConfig = (config: object): Workflow => ({
  ...base,
  definition: updateNode(base.definition, 'webhook_1', {
    actionType: 'webhook',
    config: { method: 'POST', url: 'https://chat.example.com/hook', ...config },
  }),
});

async function open(mine: Workflow, theirs: Workflow) {
  const store = createBuilderStore({ workflow: base });
  const { name, description, definition } = mine;
  store.getState().edit(() => ({ name, description, definition }));
  const onMerge = jest.fn<void, [BuilderDocument]>();
  await renderInTestApp(
    <BuilderProvider
      value={{
        store,
        workflow: base,
        actions: [webhookDescriptor],
        editable: true,
      }}
    >
      <ConflictDialog
        theirs={{ ...theirs, latestVersion: 2, updatedBy: 'user:default/ben' }}
        busy={false}
        onMerge={onMerge}
        onReload={() => {}}
        onOverwrite={() => {}}
        onDismiss={() => {}}
      />
    </BuilderProvider>,
  );
  const merge = screen.getByRole('button', { name: 'Put both together' });
  return { onMerge, merge };
}

const configOf = (document: BuilderDocument) =>
  document.definition.nodes.map(
    ({ data }) => 'config' in data && data.config,
  )[1];

describe('ConflictDialog', () => {
  it('names each field that differs with both values, and merges what was chosen', async () => {
    const { onMerge, merge } = await open(
      withConfig({ url: 'https://mine.example.com/' }),
      {
        ...withConfig({ url: 'https://theirs.example.com/', method: 'PUT' }),
        name: 'Renamed',
      },
    );
    const url = screen.getByRole('group', { name: /Webhook · URL/ });
    expect(url).toHaveTextContent('Before: https://chat.example.com/hook');
    expect(url).toHaveTextContent('Yourshttps://mine.example.com/');
    expect(url).toHaveTextContent('Theirshttps://theirs.example.com/');
    expect(screen.getByText('1 thing that both changed: choose')).toBeVisible();
    expect(screen.getByText('2 things that only ben changed')).toBeVisible();
    expect(merge).toBeDisabled();

    await userEvent.click(within(url).getByRole('radio', { name: /Theirs/ }));
    // Not even what only they changed has to be taken.
    await userEvent.click(
      within(screen.getByRole('group', { name: 'Workflow name' })).getByRole(
        'radio',
        { name: /Yours/ },
      ),
    );
    await userEvent.click(merge);
    const [merged] = onMerge.mock.calls[0];
    expect(merged.name).toBe('Page the owner');
    expect(configOf(merged)).toEqual({
      method: 'PUT',
      url: 'https://theirs.example.com/',
    });
  });

  it('merges at once what does not collide', async () => {
    const { onMerge, merge } = await open(
      withConfig({ url: 'https://mine.example.com/' }),
      withConfig({ method: 'PUT' }),
    );
    await userEvent.click(merge);
    expect(configOf(onMerge.mock.calls[0][0])).toEqual({
      method: 'PUT',
      url: 'https://mine.example.com/',
    });
  });

  it('tells of a step that one removed and the other edited', async () => {
    await open(
      { ...base, definition: aWorkflow().definition },
      withConfig({ method: 'PUT' }),
    );
    const step = screen.getByRole('group', { name: 'Webhook · The step' });
    expect(step).toHaveTextContent('Yoursremoved');
    expect(step).toHaveTextContent('TheirsWebhook: PUT chat.example.com/hook');
    expect(
      screen.getByRole('group', { name: 'Trigger · Next step' }),
    ).toHaveTextContent('Yoursleads nowhere');
  });
});
