import type { Page } from '@playwright/test';
import { backendUrl, expect, openAsGuest, test } from './portal/test';

const banner = (page: Page) => page.getByTestId('kill-switch-banner');

async function switchOff(page: Page) {
  await page.getByRole('button', { name: 'Let them run again…' }).click();
  await page.getByRole('button', { name: 'Let them run', exact: true }).click();
  await expect(banner(page)).toBeHidden();
}

test.afterEach(async ({ page }) => {
  // Other specs share the portal.
  await page.goto('/workflows/executions');
  await expect(
    banner(page).or(page.getByRole('button', { name: 'Stop all workflows…' })),
  ).toBeVisible();
  if (await banner(page).isVisible()) {
    await switchOff(page);
  }
});

test('a run waits while all workflows are stopped, and goes on afterwards', async ({
  page,
}) => {
  await openAsGuest(page, '/workflows/executions');
  await page.getByRole('button', { name: 'Stop all workflows…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('A drill');
  await dialog.getByRole('button', { name: 'Stop all workflows' }).click();
  await expect(dialog).toBeHidden();

  await page.goto('/workflows/incidents');
  await expect(banner(page)).toContainText('Reason: A drill');
  await expect(banner(page)).toContainText('Switched on by Ada');

  const title = `Stopped ${Date.now()}`;
  const sent = await page.request.post(
    `${backendUrl()}/api/workflows/hooks/generic`,
    {
      headers: { Authorization: 'Bearer dev-generic-token' },
      data: {
        id: title,
        state: 'open',
        summary: title,
        severity: 'minor',
        service: 'checkout',
      },
    },
  );
  expect(sent.status()).toBe(202);

  await page.getByRole('link', { name: title }).click();
  const runs = page.getByRole('row').filter({ hasText: 'Open a ticket' });
  await expect(runs).toContainText('Pending');

  await switchOff(page);
  await expect(runs).toContainText('Completed', { timeout: 30_000 });
});
