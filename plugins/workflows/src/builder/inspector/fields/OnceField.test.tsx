import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  KNOWN_FIELDS,
  type OncePolicy,
} from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from '../../../api/workflowsApiRef';
import { Providers } from '../../../components/Providers/Providers';
import { fakeWorkflowsApi } from '../../../testing/history/fakeWorkflowsApi';
import {
  BuilderProvider,
  useDefinition,
  useEditDefinition,
} from '../../context/BuilderContext';
import { createBuilderStore } from '../../store/createBuilderStore';
import { aWorkflow } from '../../testing/workflow';
import { OnceField } from './OnceField';

const Settings = () => {
  const edit = useEditDefinition();
  return (
    <OnceField
      value={useDefinition().settings.once}
      onChange={(once, place) =>
        edit(current => ({ ...current, settings: { once } }), place)
      }
    />
  );
};

async function open(once?: OncePolicy) {
  const workflow = aWorkflow();
  workflow.definition = { ...workflow.definition, settings: { once } };
  const store = createBuilderStore({ workflow });
  const api = fakeWorkflowsApi({ listFields: async () => [...KNOWN_FIELDS] });
  await renderInTestApp(
    <TestApiProvider apis={[[workflowsApiRef, api]]}>
      <Providers>
        <BuilderProvider
          value={{
            store,
            workflow,
            actions: [],
            secretNames: [],
            editable: true,
          }}
        >
          <Settings />
        </BuilderProvider>
      </Providers>
    </TestApiProvider>,
  );
  return {
    store,
    rule: () => store.getState().document.definition.settings.once,
  };
}

const choose = async (name: string) => {
  await userEvent.click(
    screen.getByRole('button', { name: /^Runs at most once/ }),
  );
  await userEvent.click(await screen.findByRole('option', { name }));
};

describe('OnceField', () => {
  it('says what the trigger does by itself until a rule is chosen', async () => {
    const { rule, store } = await open();
    expect(
      screen.getByText('Now: each time that an incident opens.'),
    ).toBeInTheDocument();
    await choose('Per incident');
    expect(rule()).toEqual({ per: 'incident' });
    expect(screen.getByText(/For an incident ever/)).toBeInTheDocument();
    await choose('As its trigger says');
    expect(rule()).toBeUndefined();
    act(store.undo);
    expect(rule()).toEqual({ per: 'incident' });
    act(store.undo);
    expect(rule()).toBeUndefined();
  });

  it('names the fields of a combination, of which one always stays', async () => {
    const { rule, store } = await open();
    await choose('Per combination of fields');
    expect(rule()).toEqual({ per: 'fields', fields: ['service'] });
    const field = screen.getByRole('textbox', { name: 'Fields' });
    await userEvent.type(field, 'labels.region{Enter}');
    await userEvent.type(field, 'sever');
    await userEvent.click(screen.getByRole('option', { name: 'severity' }));
    expect(rule()?.fields).toEqual(['service', 'labels.region', 'severity']);

    const chip = screen.getByRole('button', { name: 'service' });
    await userEvent.click(chip.querySelector('svg')!);
    await userEvent.clear(field);
    await userEvent.type(field, '{Backspace}{Backspace}{Backspace}');
    expect(rule()?.fields).toEqual(['labels.region']);
    act(store.undo);
    expect(rule()?.fields).toEqual(['labels.region', 'severity']);
    await choose('Per event');
    expect(rule()).toEqual({ per: 'event' });
  });
});
