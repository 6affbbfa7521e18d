import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { shoot } from './portal/gallery';
import {
  backendUrl,
  expect,
  openAsGuest,
  portalUrl,
  test,
} from './portal/test';

const ROOT = resolve(__dirname, '..');

/** Every page, with what shows that it is there. */
const PAGES: Array<{
  name: string;
  open: (page: Page) => Promise<void>;
}> = [
  {
    name: 'workflows',
    open: async page => {
      await page.goto('/workflows');
      await expect(page.getByText('Open a ticket')).toBeVisible();
    },
  },
  {
    name: 'workflow',
    open: async page => {
      await page.goto('/workflows');
      await page.getByRole('link', { name: 'Announce and escalate' }).click();
      await expect(page.locator('.react-flow__node')).not.toHaveCount(0);
      await page.locator('.react-flow__node-condition').first().click();
      await expect(page.getByLabel('Inspector')).toContainText('Goes the true');
    },
  },
  {
    name: 'executions',
    open: async page => {
      await page.goto('/workflows/executions');
      await expect(page.getByText('Completed').first()).toBeVisible();
    },
  },
  {
    name: 'execution',
    open: async page => {
      await page.goto('/workflows/executions');
      await page.getByRole('link', { name: 'Open a ticket' }).first().click();
      await expect(page.getByTestId(/^step-/).first()).toBeVisible();
    },
  },
  {
    name: 'incidents',
    open: async page => {
      await page.goto('/workflows/incidents');
      await expect(page.getByText('checkout').first()).toBeVisible();
    },
  },
  {
    name: 'incident',
    open: async page => {
      await page.goto('/workflows/incidents');
      await page.locator('tbody a').first().click();
      await expect(page.getByText('Timeline').first()).toBeVisible();
    },
  },
  {
    name: 'entity',
    open: async page => {
      await page.goto('/catalog/default/component/checkout');
      await page.getByText('Incident workflows', { exact: true }).click();
      await expect(page.getByText('Open a ticket').first()).toBeVisible();
    },
  },
];

test.beforeAll(async () => {
  await promisify(execFile)(
    process.execPath,
    [resolve(ROOT, 'scripts/demo-incident.mjs')],
    {
      env: {
        ...process.env,
        PORTAL_URL: portalUrl(),
        BACKEND_URL: backendUrl(),
      },
    },
  );
});

for (const theme of ['light', 'dark'] as const) {
  test(`every page shows in ${theme}, and none is wider than the window`, async ({
    page,
  }) => {
    await page.addInitScript(
      name => window.localStorage.setItem('theme', name),
      theme,
    );
    await openAsGuest(page);
    await expect(page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      theme,
    );
    for (const { name, open } of PAGES) {
      await open(page);
      // Toasts and tooltips are not part of the page.
      await page.mouse.move(720, 895);
      await shoot(page, `${name}-${theme}`);
    }
  });
}
