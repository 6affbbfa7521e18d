import type { Page } from '@playwright/test';
import { addByKey, expect, node, onCanvas, openNew, test } from './builder';

const inspector = (page: Page) => page.getByLabel('Inspector');

async function choose(page: Page, field: RegExp, option: string) {
  await inspector(page).getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('how often it runs is chosen, in words, and undone', async ({ page }) => {
  await openNew(page, 'Once');
  const at = await onCanvas(page, 0.2, 0.8);
  await page.mouse.click(at.x, at.y);
  await expect(inspector(page)).toContainText(
    'Now: each time that an incident opens.',
  );
  await choose(page, /^Runs at most once/, 'Per incident');
  await expect(inspector(page)).toContainText('For an incident ever');
  await choose(page, /^Runs at most once/, 'Per combination of fields');
  const fields = inspector(page).getByRole('textbox', { name: 'Fields' });
  await fields.click();
  await page.keyboard.type('sever');
  await page.getByRole('option', { name: 'severity' }).click();
  await page.keyboard.type('labels.region');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'JSON' }).click();
  await expect(
    page.getByRole('textbox', { name: 'The workflow as JSON' }),
  ).toContainText(/"service",\s*"severity",\s*"labels\.region"/);
  await page.getByRole('tab', { name: 'Inspector' }).click();

  await page.keyboard.press('Control+z');
  await expect(
    inspector(page).getByRole('button', { name: 'labels.region' }),
  ).toHaveCount(0);
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('Control+z');
  }
  await expect(inspector(page)).toContainText('Now: each time');
  await expect(page.getByText('Unsaved changes')).toBeHidden();
});

test('a duration is a number and a unit', async ({ page }) => {
  await openNew(page, 'Durations');
  await node(page, 'trigger').click();
  await addByKey(page, 'delay', 'delay_1');
  await inspector(page).getByLabel('Wait for', { exact: true }).fill('2');
  await choose(page, /^Unit of “Wait for”/, 'hours');
  await expect(node(page, 'delay_1')).toContainText('Wait 2h, then go on');
  await inspector(page)
    .getByRole('checkbox', { name: 'Check the trigger again afterwards' })
    .check();
  await page.keyboard.press('Control+z');
  await expect(node(page, 'delay_1')).toContainText('Wait 2h, then go on');
  // The number and its unit, set without a pause, are one step.
  await page.keyboard.press('Control+z');
  await expect(node(page, 'delay_1')).toContainText('Wait 5min, then go on');
});

test('headers are rows of a name and a text or a secret', async ({ page }) => {
  await openNew(page, 'Headers');
  await node(page, 'trigger').click();
  await addByKey(page, 'webhook', 'webhook_1');
  const add = inspector(page).getByRole('button', { name: 'Add Headers' });
  await add.click();
  const headers = inspector(page).getByRole('group', { name: 'Headers' });
  await headers.getByLabel('Name').fill('X-Team');
  await headers.getByRole('textbox', { name: 'Value' }).click();
  await page.keyboard.type('{{ incident.ow');
  await page.getByRole('option').first().click();
  await expect(headers.getByRole('textbox', { name: 'Value' })).toHaveText(
    /^\{\{ incident\.ow\w+ \}\}$/,
  );
  await add.click();
  await headers.getByLabel('Name').last().fill('X-Team');
  await expect(headers).toContainText('This name is used twice');
  await headers.getByLabel('Name').last().fill('X-Token');
  await choose(page, /^Kind of value of X-Token/, 'Secret');
  await headers
    .getByRole('textbox', { name: 'Name of the secret' })
    .fill('chat_token');
  await expect(headers).toContainText('no secret of this name yet');
  await headers.getByRole('button', { name: 'Remove X-Team' }).click();
  await expect(headers.getByLabel('Name', { exact: true })).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(headers.getByLabel('Name', { exact: true })).toHaveCount(2);
});

test('a stored secret is chosen from the list', async ({ page }) => {
  await openNew(page, 'With a secret');
  await page.getByRole('tab', { name: 'Secrets' }).click();
  await page.getByRole('button', { name: 'Add a secret…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('chat_token');
  await dialog.getByLabel('Value').fill('nobody-sees-it-again');
  await dialog
    .getByLabel('Hosts that it may go to')
    .fill('https://chat.example.com/api');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await node(page, 'trigger').click();
  await addByKey(page, 'webhook', 'webhook_1');
  await page.keyboard.press('Enter');
  await inspector(page).getByRole('button', { name: 'Add Headers' }).click();
  const headers = inspector(page).getByRole('group', { name: 'Headers' });
  await headers.getByLabel('Name').fill('X-Token');
  await choose(page, /^Kind of value of X-Token/, 'Secret');
  const secret = headers.getByRole('textbox', { name: 'Name of the secret' });
  await secret.click();
  await page.getByRole('option', { name: /CHAT_TOKEN/ }).click();
  await expect(secret).toHaveValue('CHAT_TOKEN');
  await expect(headers).not.toContainText('no secret of this name yet');
});

test('owners and systems are found in the catalog by their titles', async ({
  page,
}) => {
  await openNew(page, 'Entities');
  await node(page, 'trigger').click();
  const owners = inspector(page).getByRole('textbox', { name: 'Owners' });
  await owners.click();
  await page.keyboard.type('storefr');
  await page.getByRole('option', { name: /Storefront/ }).click();
  await expect(
    inspector(page).getByRole('button', { name: 'group:default/storefront' }),
  ).toBeVisible();
  await page.keyboard.type('group:default/elsewhere');
  await page.keyboard.press('Enter');
  await expect(
    inspector(page).getByRole('button', { name: 'group:default/elsewhere' }),
  ).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(
    inspector(page).getByRole('button', { name: 'group:default/elsewhere' }),
  ).toHaveCount(0);
});

test('the form follows the kind of trigger', async ({ page }) => {
  await openNew(page, 'Triggers');
  await node(page, 'trigger').click();
  await choose(page, /^Starts a run/, 'When an incident lasts for some time');
  await expect(node(page, 'trigger')).toContainText('15min');
  await choose(page, /^Starts a run/, 'By hand');
  await expect(node(page, 'trigger')).toContainText(
    'When somebody runs it by hand',
  );
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(node(page, 'trigger')).toContainText('When an incident opens');
});
