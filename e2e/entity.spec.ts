import type { Page } from '@playwright/test';
import { backendUrl, expect, openAsGuest, test } from './portal/test';

/** Reports an incident and goes to its page. */
async function report(
  page: Page,
  incident: { summary: string; service: string },
) {
  const response = await fetch(`${backendUrl()}/api/workflows/hooks/generic`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer dev-generic-token',
    },
    body: JSON.stringify({
      id: incident.summary,
      state: 'open',
      severity: 'minor',
      at: new Date().toISOString(),
      ...incident,
    }),
  });
  expect(response.status).toBe(202);
  await page.goto('/workflows/incidents');
  await page.getByRole('link', { name: incident.summary }).click();
}

for (const theme of ['light', 'dark'] as const) {
  test(`an incident says how its entity was found, and has it set by hand, in ${theme}`, async ({
    page,
  }) => {
    await page.addInitScript(
      name => window.localStorage.setItem('theme', name),
      theme,
    );
    await openAsGuest(page);
    await report(page, {
      summary: `Cards are refused (${theme})`,
      service: 'Card-Processor',
    });
    await expect(
      page.getByText(
        'By the annotation workflows/incident-service: Card-Processor',
      ),
    ).toBeVisible();

    await report(page, {
      summary: `Nobody knows whose (${theme})`,
      service: 'legacy-batch',
    });
    await expect(page.getByText('No catalog entity')).toBeVisible();
    await page.screenshot({
      path: `test-results/gallery/no-entity-${theme}.png`,
    });

    await page.getByRole('button', { name: 'Set entity…' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('cart');
    await page.screenshot({
      path: `test-results/gallery/set-entity-${theme}.png`,
    });
    await page.getByRole('option', { name: 'component:default/cart' }).click();
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(page.getByText('Set by hand')).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'storefront' }).first(),
    ).toBeVisible();
    await page.screenshot({
      path: `test-results/gallery/by-hand-${theme}.png`,
    });

    await page.goto('/catalog/default/component/checkout');
    await page.getByText('Incident workflows', { exact: true }).click();
    await expect(
      page.getByRole('row', { name: /Page the platform team.*names it/ }),
    ).toBeVisible();
    await expect(
      page.getByRole('row', { name: /Announce and escalate.*Its team owns/ }),
    ).toBeVisible();
    await page
      .getByRole('heading', { name: 'Workflows that can run here' })
      .scrollIntoViewIfNeeded();
    await page.screenshot({
      path: `test-results/gallery/entity-tab-${theme}.png`,
    });
  });
}
