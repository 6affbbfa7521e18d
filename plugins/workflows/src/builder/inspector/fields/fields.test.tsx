import type { JsonObject } from '@backstage/types';
import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
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
  await renderInTestApp(
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
    </BuilderProvider>,
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
});
