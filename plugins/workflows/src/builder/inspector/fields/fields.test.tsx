import type { JsonObject } from '@backstage/types';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { KNOWN_FIELDS } from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { workflowsApiRef } from '../../../api/workflowsApiRef';
import { Providers } from '../../../components/Providers/Providers';
import { fakeWorkflowsApi } from '../../../testing/history/fakeWorkflowsApi';
import { BuilderProvider } from '../../context/BuilderContext';
import { createBuilderStore } from '../../store/createBuilderStore';
import { webhookDescriptor } from '../../testing/webhookDescriptor';
import { aWorkflow } from '../../testing/workflow';
import { ConfigForm } from '../forms/ConfigForm';

// What is typed into the editor is the browser's own to test.
jest.mock('../../code/CodeArea', () =>
  jest.requireActual('../../testing/plainCodeArea'),
);

const base = { method: 'POST', url: 'https://chat.example.com/hook' };

async function open(config: JsonObject, messages = new Map<string, string>()) {
  const onChange = jest.fn();
  const Form = () => {
    const [value, setValue] = useState(config);
    return (
      <ConfigForm
        id="w"
        schema={webhookDescriptor.configSchema}
        config={value}
        readonly={false}
        messages={messages}
        onChange={next => {
          onChange(next);
          setValue(next);
        }}
      />
    );
  };
  const workflow = aWorkflow();
  const api = fakeWorkflowsApi({
    listSecrets: async () => [
      {
        name: 'CHAT_TOKEN',
        allowedHosts: ['chat.example.com'],
        updatedAt: '2026-11-22T10:00:00.000Z',
        updatedBy: 'user:default/ada',
      },
    ],
    listFields: async () => [...KNOWN_FIELDS],
  });
  await renderInTestApp(
    <TestApiProvider apis={[[workflowsApiRef, api]]}>
      <Providers>
        <BuilderProvider
          value={{
            store: createBuilderStore({ workflow }),
            workflow,
            actions: [webhookDescriptor],
            secretNames: ['CHAT_TOKEN'],
            editable: true,
          }}
        >
          <Form />
        </BuilderProvider>
      </Providers>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  return { onChange, latest: () => onChange.mock.lastCall?.[0] };
}

describe('ConfigForm', () => {
  it('changes nothing by being shown', async () => {
    const { onChange } = await open({
      ...base,
      headers: { Authorization: { secret: 'CHAT_TOKEN' } },
      body: { text: ['a', 1, null] },
    });
    expect(onChange).not.toHaveBeenCalled();
  });

  it('keeps the last valid JSON while the text is none, and says so', async () => {
    const { latest } = await open(base);
    const body = await screen.findByRole('textbox', { name: 'JSON body' });
    await userEvent.click(body);
    await userEvent.paste('{"text": "{{ incident.title }}"}');
    expect(latest().body).toEqual({ text: '{{ incident.title }}' });

    await userEvent.type(body, ',');
    expect(screen.getByText(/Not JSON yet/)).toBeInTheDocument();
    expect(latest().body).toEqual({ text: '{{ incident.title }}' });
  });

  it('takes an emptied JSON body away', async () => {
    const { latest } = await open({ ...base, body: 1 });
    await userEvent.clear(
      await screen.findByRole('textbox', { name: 'JSON body' }),
    );
    expect(latest()).toEqual({ ...base, body: undefined });
  });

  it('adds a header as text and turns it into a secret', async () => {
    const { latest } = await open(base);
    await userEvent.click(screen.getByRole('button', { name: 'Add Headers' }));
    await userEvent.type(screen.getByLabelText('Name'), 'X-Team');
    await userEvent.type(screen.getByLabelText('Value'), 'payments');
    expect(latest().headers).toEqual({ 'X-Team': 'payments' });

    await userEvent.click(
      screen.getByRole('button', { name: /Kind of value of X-Team/ }),
    );
    await userEvent.click(screen.getByRole('option', { name: 'Secret' }));
    await userEvent.type(screen.getByLabelText('Name of the secret'), 'chat');
    expect(latest().headers).toEqual({ 'X-Team': { secret: 'CHAT' } });
  });

  it('says when a name is used twice', async () => {
    await open({ ...base, query: { a: '1' } });
    await userEvent.click(
      screen.getByRole('button', { name: 'Add Query parameters' }),
    );
    await userEvent.type(screen.getAllByLabelText('Name')[1], 'a');
    expect(screen.getByText(/used twice/)).toBeInTheDocument();
  });

  it("tells what is wrong in the validation's words, once", async () => {
    await open({ method: 'POST' }, new Map([['url', 'say where to send it']]));
    expect(screen.getAllByText('say where to send it')).toHaveLength(1);
    expect(screen.queryByText(/must have required/)).not.toBeInTheDocument();
  });

  it('asks how to sign in by the titles of the ways, and starts each afresh', async () => {
    const { latest } = await open({ ...base, auth: { type: 'none' } });
    await userEvent.click(
      screen.getByRole('button', { name: /^Authentication/ }),
    );
    expect(screen.queryByText(/Option 1/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('option', { name: 'Bearer token' }));
    expect(latest().auth).toEqual({ type: 'bearer' });
    await userEvent.type(screen.getByLabelText(/^Token/), 'chat_token');
    expect(latest().auth).toEqual({
      type: 'bearer',
      token: { secret: 'CHAT_TOKEN' },
    });
    expect(
      await screen.findByText('May be sent to chat.example.com only'),
    ).toBeInTheDocument();
  });

  it('adds fields that need not be there, and takes them away again', async () => {
    const { latest } = await open(base);
    expect(screen.queryByLabelText(/Content type/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Add Raw body' }));
    await userEvent.type(screen.getByLabelText(/Content type/), 'text/plain');
    expect(latest().raw).toEqual({ contentType: 'text/plain' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove Raw body' }),
    );
    expect(latest().raw).toBeUndefined();
  });

  it('asks of an answer, not of an incident, what counts as success', async () => {
    const { latest } = await open({ ...base, success: {} });
    await userEvent.click(
      screen.getByRole('button', { name: 'Add condition' }),
    );
    expect(latest().success.conditions).toEqual([
      { field: 'status', operator: 'equals', value: '' },
    ]);
    expect(
      screen.queryByRole('button', { name: 'Add group' }),
    ).not.toBeInTheDocument();
  });
});
