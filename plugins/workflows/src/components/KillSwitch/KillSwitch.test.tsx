import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  KillSwitch,
  WorkflowsApi,
} from 'backstage-plugin-workflows-common';
import { Route, Routes } from 'react-router-dom';
import { HOSTILE_TITLE } from '../../testing/history/fixtures';
import { fakeWorkflowsApi } from '../../testing/history/fakeWorkflowsApi';
import { renderPage } from '../../testing/history/renderPage';
import { AppLayout } from '../App/AppLayout';
import { StopAllButton } from './StopAllButton';

const OFF: KillSwitch = { on: false, configured: false };
const ON: KillSwitch = {
  on: true,
  configured: false,
  reason: 'A loop of tickets',
  changedBy: 'user:default/ada',
  changedAt: '2026-11-22T10:00:00.000Z',
};

async function open(answers: Partial<WorkflowsApi>) {
  const api = fakeWorkflowsApi(answers);
  const page = (
    <Routes>
      <Route element={<AppLayout />}>
        <Route path="*" element={<StopAllButton />} />
      </Route>
    </Routes>
  );
  return { ...(await renderPage({ api, page, path: '/*', at: '/' })), api };
}

const banner = () => screen.findByTestId('kill-switch-banner');
const noBanner = () =>
  waitFor(() =>
    expect(screen.queryByTestId('kill-switch-banner')).not.toBeInTheDocument(),
  );
const stopAll = { name: 'Stop all workflows…' };
const runAgain = { name: 'Let them run again…' };

describe('the kill switch', () => {
  it.each([OFF, ON])('has no button for who is no admin', async state => {
    await open({
      getKillSwitch: async () => state,
      getCapabilities: async () => ({ admin: false, ownershipRefs: [] }),
    });

    expect(
      await screen.findByRole('heading', { name: 'Workflows' }),
    ).toBeInTheDocument();
    if (state.on) {
      await banner();
    }
    expect(screen.queryByRole('button', stopAll)).not.toBeInTheDocument();
    expect(screen.queryByRole('button', runAgain)).not.toBeInTheDocument();
  });

  it('says while it is on who stopped all workflows, why, and what that means', async () => {
    await open({ getKillSwitch: async () => ON });

    expect(await banner()).toHaveTextContent('Reason: A loop of tickets');
    expect(await banner()).toHaveTextContent(/Switched on by ada, \d+ .* ago/);
    expect(await banner()).toHaveTextContent('Incidents are still taken in');
    expect(screen.queryByRole('button', stopAll)).not.toBeInTheDocument();
  });

  it('shows and hides the banner when a signal comes', async () => {
    const answers = [OFF, ON, OFF];
    const { signal } = await open({
      getKillSwitch: async () => answers.shift()!,
    });
    await screen.findByRole('button', stopAll);
    await noBanner();

    await signal({ kind: 'kill-switch', id: 'kill-switch' });
    expect(await banner()).toBeInTheDocument();

    await signal({ kind: 'kill-switch', id: 'kill-switch' });
    await noBanner();
  });

  it('is switched on with a reason only', async () => {
    let state = OFF;
    const { api } = await open({
      getKillSwitch: async () => state,
      putKillSwitch: async ({ reason }) => {
        state = { ...ON, reason };
        return state;
      },
    });

    await userEvent.click(await screen.findByRole('button', stopAll));
    const dialog = within(
      screen.getByRole('dialog', { name: 'Stop all workflows?' }),
    );
    const confirm = dialog.getByRole('button', { name: 'Stop all workflows' });
    await userEvent.type(dialog.getByLabelText(/^Reason/), '  ');
    expect(confirm).toBeDisabled();
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'A flood{Enter}');

    expect(await banner()).toHaveTextContent('Reason: A flood');
    expect(api.putKillSwitch).toHaveBeenCalledWith({
      on: true,
      reason: 'A flood',
    });
  });

  it('is switched off from the banner, after what that does was said', async () => {
    let state = ON;
    const { api } = await open({
      getKillSwitch: async () => state,
      putKillSwitch: async () => {
        state = OFF;
        return state;
      },
    });

    await userEvent.click(await screen.findByRole('button', runAgain));
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('Every run that waits goes on');
    expect(api.putKillSwitch).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Let them run' }),
    );

    await noBanner();
    expect(api.putKillSwitch).toHaveBeenCalledWith({
      on: false,
      reason: undefined,
    });
  });

  it('says why it was refused, and stays as it is', async () => {
    await open({
      putKillSwitch: async () => {
        throw new Error('Only workflows.admins may do this');
      },
    });

    await userEvent.click(await screen.findByRole('button', stopAll));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'x{Enter}');

    expect(
      await dialog.findByText(/Only workflows\.admins may do this/),
    ).toBeInTheDocument();
    await noBanner();
  });

  it('offers no switch while the configuration has it on', async () => {
    await open({ getKillSwitch: async () => ({ on: true, configured: true }) });

    expect(await banner()).toHaveTextContent('workflows.killSwitch');
    expect(await banner()).not.toHaveTextContent('Switched on by');
    expect(screen.queryByRole('button', runAgain)).not.toBeInTheDocument();
    expect(screen.queryByRole('button', stopAll)).not.toBeInTheDocument();
  });

  it('shows a hostile reason as it is', async () => {
    await open({
      getKillSwitch: async () => ({ ...ON, reason: HOSTILE_TITLE }),
    });

    expect(await banner()).toHaveTextContent(`Reason: ${HOSTILE_TITLE}`);
    expect((await banner()).querySelector('script, b')).toBeNull();
  });
});
