import type { Page } from '@playwright/test';
import { resolve } from 'node:path';
import { backendUrl, expect, openAsGuest, test } from './portal/test';

/** To be looked at, then thrown away. */
const picture = (page: Page, name: string) =>
  page.screenshot({
    path: resolve(__dirname, '../test-results/incidents', `${name}.png`),
    animations: 'disabled',
  });

for (const theme of ['light', 'dark'] as const) {
  test(`declares an incident, edits it and looks at its delivery, in ${theme}`, async ({
    page,
  }) => {
    await page.addInitScript(
      name => window.localStorage.setItem('theme', name),
      theme,
    );
    await openAsGuest(page, '/workflows/incidents');
    const title = `Checkout refuses cards ${theme} ${Date.now()}`;
    await page.getByRole('button', { name: 'Declare incident' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill(title);
    await dialog.getByLabel('Catalog entity').fill('check');
    await page
      .getByRole('option', { name: 'component:default/checkout', exact: true })
      .click();
    await dialog.getByLabel('Severity').fill('critical');
    await picture(page, `declare-${theme}`);
    await dialog.getByRole('button', { name: 'Declare', exact: true }).click();

    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await expect(timeline).toContainText('Announce and escalate');

    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Priority').fill('P1');
    await picture(page, `edit-${theme}`);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(timeline.getByRole('listitem').first()).toContainText('P1');
    await timeline.scrollIntoViewIfNeeded();
    await picture(page, `timeline-${theme}`);

    const sent = await page.request.post(
      `${backendUrl()}/api/workflows/hooks/generic`,
      {
        headers: { Authorization: 'Bearer dev-generic-token' },
        data: { note: `says nothing ${title}` },
      },
    );
    expect(sent.status()).toBe(202);
    await page.goto('/workflows/deliveries?state=failed');
    await expect(page.getByText(/Failed deliveries: \d/)).toBeVisible();
    await picture(page, `deliveries-${theme}`);
    await page.getByRole('link', { name: 'Look at it' }).first().click();
    await expect(page.getByText(/says nothing/)).toBeVisible();
    await picture(page, `delivery-${theme}`);
    await page.getByRole('button', { name: 'Replay' }).click();
    await expect(
      page.getByText('The delivery is processed again'),
    ).toBeVisible();
  });
}
