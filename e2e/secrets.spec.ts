import { openNew } from './builder/builder';
import { expect, test } from './portal/test';

const VALUE = 'a-value-that-nobody-sees-again';

test('a secret is set, replaced and deleted, and its value is never shown', async ({
  page,
}) => {
  const answers: Array<Promise<string>> = [];
  page.on('response', response => {
    if (response.url().includes('/api/workflows/')) {
      answers.push(response.text().catch(() => ''));
    }
  });
  await openNew(page, 'With a secret');
  await page.getByRole('tab', { name: 'Secrets' }).click();
  await expect(page.getByText('No secrets yet')).toBeVisible();

  await page.getByRole('button', { name: 'Add a secret…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('chat_token');
  await dialog.getByLabel('Value').fill(VALUE);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('must name at least one host');
  await dialog
    .getByLabel('Hosts that it may go to')
    .fill('https://chat.example.com/api');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await page.reload();
  await page.getByRole('tab', { name: 'Secrets' }).click();
  const card = page.getByRole('listitem').filter({ hasText: 'CHAT_TOKEN' });
  await expect(card).toContainText('chat.example.com');
  await expect(card).toContainText('Never used');

  await card.getByRole('button', { name: 'Replace CHAT_TOKEN…' }).click();
  await expect(dialog.getByLabel('Value')).toHaveValue('');
  await dialog.getByLabel('Value').fill(`${VALUE}-2`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await card.getByRole('button', { name: 'Delete CHAT_TOKEN…' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No secrets yet')).toBeVisible();
  expect((await Promise.all(answers)).join('\n')).not.toContain(VALUE);
});
