import { renderInTestApp } from '@backstage/test-utils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { absoluteTime } from '../../components/RelativeTime/absoluteTime';
import { BuilderProvider } from '../context/BuilderContext';
import { UiProvider } from '../context/UiContext';
import { documentOf } from '../model/document';
import { createBuilderStore, isUnsaved } from '../store/createBuilderStore';
import { aWorkflow } from '../testing/workflow';
import { DraftDialog } from './DraftDialog';
import { DraftStorage } from './DraftStorage';

const saved = documentOf(aWorkflow());
const draft = {
  document: { ...saved, name: 'Page the owner twice' },
  base: { document: saved, version: 1 },
  // Old drafts are forgotten.
  at: new Date().toISOString(),
};

const drafts = () =>
  DraftStorage.create({
    workflowId: aWorkflow().id,
    userRef: 'user:default/guest',
  });

async function open(overrides: Parameters<typeof aWorkflow>[0] = {}) {
  const workflow = aWorkflow(overrides);
  const store = createBuilderStore({ workflow });
  const { editable } = workflow;
  await renderInTestApp(
    <BuilderProvider value={{ store, workflow, actions: [], editable }}>
      <UiProvider>
        <DraftDialog />
      </UiProvider>
    </BuilderProvider>,
  );
  return store;
}

describe('DraftDialog', () => {
  beforeEach(() => {
    window.localStorage.clear();
    drafts().write(draft);
  });

  it('offers what was not saved, says when it was and what it changes, and restores it', async () => {
    const store = await open();
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog).toHaveTextContent(`changes of ${absoluteTime(draft.at)}`);
    expect(dialog).toHaveTextContent('Workflow name: Page the owner twice');
    expect(dialog).not.toHaveTextContent(/since then/);

    await userEvent.keyboard('{Escape}');
    expect(dialog).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Restore them' }));
    expect(store.getState().document).toEqual(draft.document);
    expect(isUnsaved(store.getState())).toBe(true);
    expect(drafts().read()).toEqual(draft);
  });

  it('drops it when told to', async () => {
    const store = await open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Discard them' }),
    );
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(store.getState().document.name).toBe('Page the owner');
    expect(drafts().read()).toBeUndefined();
  });

  it('says that a newer version was saved, and keeps the older one as what it began at', async () => {
    const store = await open({
      latestVersion: 2,
      updatedBy: 'user:default/ben',
      description: 'Newer',
    });
    expect(await screen.findByRole('alertdialog')).toHaveTextContent(
      'ben saved version 2 since then',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Restore them' }));
    expect(store.getState().saved).toEqual(draft.base);
  });

  it('offers nothing that was saved after all, or to who may not change it', async () => {
    await open({ editable: false });
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(drafts().read()).toEqual(draft);
  });

  it('forgets a draft that is what the server has', async () => {
    await open({ name: 'Page the owner twice' });
    await act(async () => {});
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(drafts().read()).toBeUndefined();
  });
});
