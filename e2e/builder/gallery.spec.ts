import type { Browser, Page } from '@playwright/test';
import { shoot } from '../portal/gallery';
import { backendUrl, openAsGuest } from '../portal/test';
import { createWorkflow, expect, node, onCanvas, test } from './builder';
import { CHECKOUT } from './checkout';
import { inTheme } from './picture';

const tab = (page: Page, name: string) =>
  page.getByRole('tab', { name }).click();
const url = (page: Page) => page.getByRole('textbox', { name: /^URL/ });

/** Back to what is saved. */
async function undoAll(page: Page) {
  while (await page.getByText('Unsaved changes').isVisible()) {
    await page.keyboard.press('Control+z');
  }
}

/** Selects nothing, which shows the workflow's own settings. */
async function selectNothing(page: Page) {
  const { x, y } = await onCanvas(page, 0.05, 0.6);
  await page.mouse.click(x, y);
}

/** What the builder can look like, each state beginning where the one before ends. */
const STATES: Array<{
  name: string;
  open: (page: Page, browser: Browser) => Promise<unknown>;
}> = [
  {
    name: 'settings',
    open: async page => {
      await selectNothing(page);
      await expect(page.getByText('Runs at most once')).not.toHaveCount(0);
    },
  },
  {
    name: 'conditions',
    open: async page => {
      await node(page, 'urgent').click();
      await expect(
        page.getByText('At least one of these must hold.'),
      ).toBeVisible();
    },
  },
  {
    name: 'picker',
    open: async page => {
      await page.getByTestId('insert-5').click();
      await expect(page.getByRole('option')).not.toHaveCount(0);
    },
  },
  {
    name: 'completion',
    open: async page => {
      await page.keyboard.press('Escape');
      await node(page, 'ask').click();
      await url(page).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('/{{ incident.severity }}');
      await expect(
        page.getByRole('group', { name: 'Preview of URL' }),
      ).toContainText('payments/');
      await page.getByRole('textbox', { name: 'JSON body' }).click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('{"text": "{{ incident.title }}: "}');
      for (let i = 0; i < 2; i++) {
        await page.keyboard.press('ArrowLeft');
      }
      await page.keyboard.type('{{ entity.');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'outline',
    open: async page => {
      await page.keyboard.press('Escape');
      await undoAll(page);
      await tab(page, 'Outline');
      await expect(
        page.getByRole('list', { name: 'Outline' }).getByRole('listitem'),
      ).toHaveCount(6);
    },
  },
  {
    name: 'json',
    open: async page => {
      await tab(page, 'JSON');
      await expect(
        page.getByRole('textbox', { name: 'The workflow as JSON' }),
      ).toContainText('schemaVersion');
    },
  },
  {
    name: 'shortcuts',
    open: async page => {
      await tab(page, 'Inspector');
      await node(page, 'tell').click();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'test',
    open: async page => {
      await page.keyboard.press('Escape');
      await page.getByTestId('try-workflow').click();
      const panel = page.getByRole('tabpanel', { name: 'Test' });
      await panel.getByRole('radio', { name: 'A past incident' }).click();
      await panel
        .getByRole('textbox', { name: 'Past incident' })
        .fill('Card pay');
      await page
        .getByRole('option', { name: /^Card payments fail/ })
        .first()
        .click();
      await panel.getByRole('button', { name: 'Test', exact: true }).click();
      // It is played to its end.
      await expect(page.getByTestId('path-ask')).toHaveAttribute(
        'aria-label',
        'Skipped',
      );
      await node(page, 'urgent').click();
      await expect(panel).toContainText('Took the “true” way');
    },
  },
  {
    name: 'problems',
    open: async page => {
      await page.getByRole('button', { name: 'Clear the result' }).click();
      await tab(page, 'Inspector');
      await node(page, 'page').click();
      await url(page).fill('https://pager.example.com/{{ incident.severty }}');
      await node(page, 'ask').click();
      await url(page).fill('');
      await page.getByText('Ask for an update · URL').click();
      await expect(url(page)).toBeFocused();
    },
  },
  {
    name: 'conflict',
    open: async (page, browser) => {
      await undoAll(page);
      await node(page, 'wait').click();
      const duration = (of: Page) => of.getByLabel('Wait for', { exact: true });
      await duration(page).fill('20');
      const others = await browser.newContext();
      const other = await others.newPage();
      await openAsGuest(other, page.url());
      await node(other, 'wait').click();
      await duration(other).fill('5');
      await node(other, 'ask').click();
      await other
        .getByLabel('Inspector')
        .getByLabel('Label', { exact: true })
        .fill('Ask for news');
      await other.keyboard.press('Control+s');
      await expect(other.getByText('Unsaved changes')).toBeHidden();
      await others.close();
      await page.keyboard.press('Control+s');
      await expect(page.getByRole('dialog')).toContainText('both changed');
    },
  },
];

test.beforeAll(async ({ request }) => {
  const sent = await request.post(
    `${backendUrl()}/api/workflows/hooks/generic`,
    {
      headers: { Authorization: 'Bearer dev-generic-token' },
      data: {
        id: 'gallery',
        state: 'open',
        summary: 'Card payments fail for one customer in five',
        severity: 'critical',
        service: 'checkout',
      },
    },
  );
  expect(sent.ok()).toBe(true);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the builder shows in ${theme}, whatever is open`, async ({
    page,
    context,
    browser,
    consoleErrors,
  }) => {
    await inTheme(context, theme);
    await openAsGuest(page, '/workflows');
    await createWorkflow(page, 'Checkout in trouble');
    await page
      .getByLabel('Workflow name')
      .fill(
        theme === 'light' ? 'Checkout by daylight' : 'Checkout by lamplight',
      );
    await tab(page, 'JSON');
    await page.getByTestId('import-json').setInputFiles({
      name: 'checkout.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(CHECKOUT)),
    });
    await expect(node(page, 'ask')).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Version 2 is saved')).toBeVisible();
    await tab(page, 'Inspector');
    await page
      .getByRole('button', { name: 'Fit the workflow into view' })
      .click();
    // The toasts go by themselves; what a screen reader was told stays.
    await expect(page.getByText('Version 2 is saved')).toHaveCount(0);
    await expect(page.getByText('The file is drawn')).toHaveCount(1);
    for (const { name, open } of STATES) {
      await open(page, browser);
      // Tooltips are not part of it.
      await page.mouse.move(720, 895);
      await shoot(page, `builder-${name}-${theme}`);
    }
    // That somebody else's save is refused is what the last picture shows.
    expect(consoleErrors.splice(0).join()).toContain('409');
  });
}
