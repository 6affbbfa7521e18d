import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  type ConditionGroup,
  KNOWN_FIELDS,
} from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { Providers } from '../../../components/Providers/Providers';
import { ConditionGroupEditor } from './ConditionGroupEditor';

async function open(group: ConditionGroup) {
  const onChange = jest.fn();
  const Editor = () => {
    const [value, setValue] = useState(group);
    return (
      <ConditionGroupEditor
        group={value}
        fields={KNOWN_FIELDS}
        onChange={next => {
          onChange(next);
          setValue(next);
        }}
      />
    );
  };
  await renderInTestApp(
    <Providers>
      <Editor />
    </Providers>,
  );
  return { onChange, latest: () => onChange.mock.lastCall?.[0] };
}

const severity = {
  field: 'severity',
  operator: 'equals',
  value: 'critical',
} as const;

describe('ConditionGroupEditor', () => {
  it('changes nothing by being shown, whatever the values are', async () => {
    const { onChange } = await open({
      match: 'none',
      conditions: [
        { field: 'episode', operator: 'gt', value: 2 },
        { field: 'labels.a', value: true },
        { field: 'status', operator: 'in', value: ['triggered', 3] },
        { match: 'any', conditions: [severity] },
        { field: 'team', operator: 'exists' },
      ],
    });
    expect(onChange).not.toHaveBeenCalled();
  });

  it('says in words what all, any and none mean', async () => {
    const { latest } = await open({ match: 'all', conditions: [severity] });
    expect(screen.getByText('All of these must hold.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'None' }));
    expect(latest().match).toBe('none');
    expect(screen.getByText('None of these may hold.')).toBeInTheDocument();
  });

  it('edits field, comparison and value', async () => {
    const { latest } = await open({ match: 'all', conditions: [severity] });
    await userEvent.clear(screen.getByLabelText('Value'));
    await userEvent.type(screen.getByLabelText('Value'), 'major');
    expect(latest().conditions).toEqual([{ ...severity, value: 'major' }]);

    await userEvent.click(screen.getByRole('button', { name: /^Comparison/ }));
    await userEvent.click(screen.getByRole('option', { name: 'is one of' }));
    expect(latest().conditions).toEqual([
      { ...severity, operator: 'in', value: ['major'] },
    ]);

    await userEvent.click(screen.getByRole('button', { name: /^Comparison/ }));
    await userEvent.click(screen.getByRole('option', { name: 'is set' }));
    expect(latest().conditions).toEqual([
      { field: 'severity', operator: 'exists' },
    ]);
  });

  it('adds and removes rows, in groups as well', async () => {
    const { latest } = await open({
      match: 'all',
      conditions: [severity, { match: 'any', conditions: [severity] }],
    });
    const group = screen.getByRole('listitem', { name: 'Condition 2' });
    await userEvent.click(
      within(group).getByRole('button', { name: 'Add condition' }),
    );
    expect(latest().conditions[1].conditions).toHaveLength(2);
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove group 2' }),
    );
    expect(latest().conditions).toEqual([severity]);
  });

  it('offers the comparisons that make sense for the field', async () => {
    const { latest } = await open({
      match: 'all',
      conditions: [{ field: 'severity', operator: 'startsWith', value: 'cr' }],
    });
    const field = screen.getByRole('textbox', { name: 'Field' });
    await userEvent.clear(field);
    await userEvent.paste('episode');
    // What it was compared by makes no sense for a number.
    expect(latest().conditions).toEqual([
      { field: 'episode', operator: 'equals', value: 'cr' },
    ]);
    await userEvent.click(screen.getByRole('button', { name: /^Comparison/ }));
    const operators = screen.getAllByRole('option').map(o => o.textContent);
    expect(operators).toContain('is at least');
    expect(operators).not.toContain('starts with');
  });

  it('keeps numbers as numbers', async () => {
    const { latest } = await open({
      match: 'all',
      conditions: [{ field: 'episode', operator: 'gt', value: '' }],
    });
    await userEvent.type(screen.getByLabelText('Value'), '12');
    expect(latest().conditions[0].value).toBe(12);
  });

  it('says at each row how it is joined to the one above', async () => {
    await open({ match: 'any', conditions: [severity, severity, severity] });
    expect(screen.getAllByText('or')).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    expect(screen.getAllByText('and')).toHaveLength(2);
  });

  it('duplicates a row, and moves one with the keyboard', async () => {
    const status = { field: 'status', operator: 'exists' } as const;
    const { latest } = await open({
      match: 'all',
      conditions: [severity, status],
    });
    const row = () => screen.getByRole('listitem', { name: 'Condition 2' });
    await userEvent.click(
      within(row()).getByRole('textbox', { name: 'Field' }),
    );
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(latest().conditions).toEqual([status, severity]);
    expect(screen.getAllByRole('textbox', { name: 'Field' })[0]).toHaveFocus();

    await userEvent.click(
      screen.getByRole('button', { name: 'Move condition 1 down (Alt+↓)' }),
    );
    expect(latest().conditions).toEqual([severity, status]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Move condition 2 up (Alt+↑)' }),
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Duplicate condition 1' }),
    );
    expect(latest().conditions).toEqual([status, status, severity]);
  });
});
