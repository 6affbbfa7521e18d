import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ConditionGroup } from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { ConditionGroupEditor } from './ConditionGroupEditor';

async function open(group: ConditionGroup) {
  const onChange = jest.fn();
  const Editor = () => {
    const [value, setValue] = useState(group);
    return (
      <ConditionGroupEditor
        group={value}
        fields={['severity', 'status']}
        onChange={next => {
          onChange(next);
          setValue(next);
        }}
      />
    );
  };
  await renderInTestApp(<Editor />);
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
    expect(screen.getByText('every one of these holds')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'None' }));
    expect(latest().match).toBe('none');
    expect(
      screen.getByText('not a single one of these holds'),
    ).toBeInTheDocument();
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
});
