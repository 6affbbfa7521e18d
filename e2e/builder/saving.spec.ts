import type { BrowserContext, Page } from '@playwright/test';
import { openAsGuest } from '../portal/test';
import { violations } from './axe';
import { addByKey, announced, expect, node, openNew, test } from './builder';
import { inTheme, picture } from './picture';

/** Ends the page as a crash of its process does: nothing of it runs any more. */
async function crash(context: BrowserContext, page: Page) {
  await expect
    .poll(() =>
      page.evaluate(() =>
        Object.keys(window.localStorage).some(key =>
          key.startsWith('workflows.builder.draft.'),
        ),
      ),
    )
    .toBe(true);
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}

const unsaved = (page: Page) => page.getByText('Unsaved changes');

for (const theme of ['light', 'dark'] as const) {
  test(`what was not saved survives a crash of the page, in ${theme}`, async ({
    page,
    context,
  }) => {
    await inTheme(context, theme);
    await openNew(page, 'Crashing');
    const address = page.url();
    await node(page, 'trigger').click();
    await addByKey(page, 'delay', 'delay_1');
    await expect(unsaved(page)).toBeVisible();
    await crash(context, page);

    const second = await context.newPage();
    await second.goto(address);
    const offer = second.getByRole('alertdialog');
    await expect(offer).toContainText('They began at version 1');
    await expect(offer).toContainText('Delay · The step');
    expect(await violations(second), 'the offer').toEqual([]);
    await picture(second, `draft-${theme}`);
    await offer.getByRole('button', { name: 'Restore them' }).click();
    await expect(node(second, 'delay_1')).toBeVisible();
    await expect(announced(second)).toContainText('are back, not saved yet');
    await expect(unsaved(second)).toBeVisible();
    await second.keyboard.press('Control+s');
    await expect(second.getByText('Version 2 is saved')).toBeVisible();
    await second.reload();
    await expect(node(second, 'delay_1')).toBeVisible();
    await expect(second.getByRole('alertdialog')).toBeHidden();
  });

  test(`two people who save one workflow put both together, in ${theme}`, async ({
    page,
    browser,
  }) => {
    // No two workflows have one name.
    const first = `Called first ${Date.now()}`;
    const second = `Called by the other ${Date.now()}`;
    const others = await browser.newContext({ viewport: page.viewportSize() });
    await inTheme(others, theme);
    const other = await others.newPage();
    const errors: string[] = [];
    other.on('pageerror', error => errors.push(String(error)));

    await openNew(page, 'Together');
    await openAsGuest(other, page.url());
    await expect(node(other, 'trigger')).toBeVisible();

    await node(other, 'trigger').click();
    await addByKey(other, 'delay', 'delay_1');
    await other.getByLabel('Workflow name').fill(second);

    await page.getByLabel('Workflow name').fill(first);
    await node(page, 'trigger').click();
    await page.getByTestId('palette-note').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Version 2 is saved')).toBeVisible();

    await expect(
      other.getByText(/saved version 2 while you were editing/),
    ).toBeVisible();
    await other.keyboard.press('Control+s');
    const dialog = other.getByRole('dialog');
    await expect(dialog).toContainText('Nothing of yours was written');
    await expect(dialog).toContainText('1 thing that both changed: choose');
    const name = dialog.getByRole('group', { name: 'Workflow name' });
    await expect(name).toContainText(second);
    await expect(name).toContainText(first);
    const merge = dialog.getByRole('button', { name: 'Put both together' });
    await expect(merge).toBeDisabled();
    expect(await violations(other), 'the conflict').toEqual([]);
    await picture(other, `conflict-${theme}`);

    await name.getByRole('radio', { name: /^Theirs/ }).focus();
    await other.keyboard.press('Space');
    await merge.click();
    await expect(other.getByLabel('Workflow name')).toHaveValue(first);
    await expect(node(other, 'delay_1')).toBeVisible();
    await expect(node(other, 'note_1')).toBeVisible();
    await expect(unsaved(other)).toBeVisible();
    await other.keyboard.press('Control+s');
    await expect(other.getByText('Version 3 is saved')).toBeVisible();

    // Who has nothing unsaved sees it by itself.
    await expect(node(page, 'delay_1')).toBeVisible();
    expect(errors).toEqual([]);
    await others.close();
  });
}

test('what is discarded with the keyboard is not offered again', async ({
  page,
  context,
}) => {
  await openNew(page, 'Discarding');
  const address = page.url();
  await node(page, 'trigger').click();
  await addByKey(page, 'delay', 'delay_1');
  await crash(context, page);

  const second = await context.newPage();
  await second.goto(address);
  const discard = second.getByRole('button', { name: 'Discard them' });
  await expect(discard).toBeVisible();
  // Escape decides nothing.
  await second.keyboard.press('Escape');
  for (let i = 0; i < 5; i++) {
    if (await discard.evaluate(at => at === document.activeElement)) {
      break;
    }
    await second.keyboard.press('Tab');
  }
  await second.keyboard.press('Enter');
  await expect(second.getByRole('alertdialog')).toBeHidden();
  await expect(node(second, 'delay_1')).toBeHidden();
  await second.reload();
  await expect(node(second, 'trigger')).toBeVisible();
  await expect(second.getByRole('alertdialog')).toBeHidden();
});

test('leaving with unsaved changes asks: by a link, by going back, by closing', async ({
  page,
}) => {
  await openNew(page, 'Leaving');
  const address = page.url();
  await node(page, 'trigger').click();
  await addByKey(page, 'delay', 'delay_1');
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  const stay = dialog.getByRole('button', { name: 'Keep editing' });

  await page.getByRole('link', { name: 'Catalog' }).click();
  await stay.click();
  await expect(dialog).toBeHidden();
  await page.goBack();
  await stay.click();
  await expect(dialog).toBeHidden();
  expect(page.url()).toBe(address);
  await expect(node(page, 'delay_1')).toBeVisible();

  const closing = page.waitForEvent('dialog');
  const reloading = page.reload({ timeout: 5_000 }).catch(() => {});
  const asked = await closing;
  expect(asked.type()).toBe('beforeunload');
  await asked.dismiss();
  await reloading;
  await expect(node(page, 'delay_1')).toBeVisible();

  await page.goBack();
  await dialog.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page).not.toHaveURL(address);
});

test('a stale save can be written above the other one, or dropped for it', async ({
  page,
  browser,
}) => {
  const others = await browser.newContext({ viewport: page.viewportSize() });
  const other = await others.newPage();
  await openNew(page, 'Stale');
  await openAsGuest(other, page.url());
  const name = (of: Page) => of.getByLabel('Workflow name');
  const dialog = other.getByRole('dialog');
  const [first, second, third, fourth] = [
    'First',
    'Second',
    'Third',
    'Fourth',
  ].map(word => `${word} ${Date.now()}`);
  const collide = async (theirs: string, mine: string) => {
    await name(other).fill(mine);
    await name(page).fill(theirs);
    await page.keyboard.press('Control+s');
    await expect(unsaved(page)).toBeHidden();
    await name(other).press('Control+s');
    await expect(dialog).toContainText('Nothing of yours was written');
  };
  await expect(node(other, 'trigger')).toBeVisible();

  await collide(first, second);
  await dialog.getByRole('button', { name: 'Keep editing' }).click();
  await expect(name(other)).toHaveValue(second);
  await name(other).press('Control+s');
  await dialog.getByRole('button', { name: 'Save mine as version 3' }).click();
  await expect(other.getByText('Version 3 is saved')).toBeVisible();
  await expect(name(page)).toHaveValue(second);

  await collide(third, fourth);
  await dialog
    .getByRole('button', { name: 'Drop mine, load version 4' })
    .click();
  await expect(name(other)).toHaveValue(third);
  await expect(unsaved(other)).toBeHidden();
  await others.close();
});
