import type { Page } from '@playwright/test';
import { addByKey, expect, expectEdges, node, openNew, test } from './builder';
import { violations } from './axe';

const url = (page: Page) => page.getByRole('textbox', { name: /^URL/ });

async function withWebhook(page: Page, name: string) {
  await openNew(page, name);
  await node(page, 'trigger').click();
  await addByKey(page, 'webhook', 'webhook_1');
}

test('asks of typed fields, by row, group and joint', async ({ page }) => {
  await openNew(page, 'Conditions');
  await node(page, 'trigger').click();
  await addByKey(page, 'condition', 'condition_1');
  const row = (number: number) =>
    page.getByRole('listitem', { name: `Condition ${number}` }).first();

  await page.getByRole('button', { name: 'Any', exact: true }).click();
  await expect(
    page.getByText('At least one of these must hold.'),
  ).toBeVisible();

  // A number is compared as a number.
  const field = row(1).getByRole('textbox', { name: 'Field' });
  await field.fill('epis');
  await page.getByRole('option', { name: /^episode/ }).click();
  await row(1)
    .getByRole('button', { name: /^Comparison/ })
    .click();
  await expect(page.getByRole('option', { name: 'starts with' })).toHaveCount(
    0,
  );
  await page.getByRole('option', { name: 'is at least' }).click();
  await row(1).getByRole('textbox', { name: 'Value' }).fill('2');

  // A new row has the focus; the values that it can have are offered.
  await page.getByRole('button', { name: 'Add condition' }).click();
  await expect(row(2).getByRole('textbox', { name: 'Field' })).toBeFocused();
  await expect(row(2).getByText('or', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('status');
  await page.keyboard.press('Escape');
  await row(2).getByRole('textbox', { name: 'Value' }).click();
  await page.getByRole('option', { name: 'acknowledged' }).click();

  await row(2).getByRole('textbox', { name: 'Field' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(row(1).getByRole('textbox', { name: 'Field' })).toHaveValue(
    'status',
  );
  await page.keyboard.press('Control+Z');
  await expect(row(2).getByRole('textbox', { name: 'Field' })).toHaveValue(
    'status',
  );

  await page.getByRole('button', { name: 'Add group' }).click();
  await expect(page.getByText('At least one of these must hold.')).toHaveCount(
    2,
  );
  await page.getByRole('button', { name: 'Remove group 3' }).click();
  await expect(row(3)).toHaveCount(0);
});

test('completes a template, shows what it comes to, and undoes it', async ({
  page,
}) => {
  await withWebhook(page, 'Templates');
  await url(page).click();
  await page.keyboard.type('https://chat.example.com/{{');
  await page.keyboard.type(' incident.ser');
  await expect(
    page.getByRole('option', { name: /^incident\.severity/ }),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(url(page)).toHaveText(
    /^https:\/\/chat\.example\.com\/\{\{ incident\.\w+ \}\}$/,
  );
  await expect(
    page.getByRole('group', { name: 'Preview of URL' }),
  ).toContainText('https://chat.example.com/');

  await page.getByRole('button', { name: /^Preview with/ }).click();
  await page.getByRole('option', { name: 'A sample incident' }).click();
  const body = page.getByRole('textbox', { name: 'JSON body' });
  await body.click();
  await page.keyboard.type('{"text": "{{ incident.title | upper }}"');
  const preview = page.getByRole('group', { name: 'Preview of JSON body' });
  await expect(preview).toContainText('SAMPLE: CHECKOUT ANSWERS SLOWLY');

  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('{"text": "{{ incident.severty }}"}');
  await expect(
    page
      .getByText(
        'There is no incident.severty. Did you mean incident.severity?',
      )
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('{"text": ');
  await expect(page.getByText(/Not JSON yet/)).toBeVisible();
  await expect(
    page.getByRole('textbox', { name: 'JSON body' }),
  ).toHaveAttribute('aria-invalid', 'true');

  // Escape closes suggestions, Tab leaves: the editor is no trap.
  await url(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('/');
  await page.keyboard.press('Control+Z');
  await expect(url(page)).not.toHaveText(/\/$/);
  await page.keyboard.press('Tab');
  await expect(url(page)).not.toBeFocused();
});

test('keeps a new secret for the host of the request, and names it', async ({
  page,
}) => {
  await withWebhook(page, 'Secrets');
  await url(page).click();
  await page.keyboard.insertText('https://chat.example.com/hook');
  await page.getByRole('button', { name: /^Authentication/ }).click();
  await page.getByRole('option', { name: 'Bearer token' }).click();
  await page.getByRole('button', { name: 'New secret…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('chat_token');
  await dialog.locator('input[type=password]').fill('s3cret-value');
  await expect(
    dialog.getByRole('textbox', { name: /^(Allowed )?[Hh]osts|May go to/ }),
  ).toHaveValue('chat.example.com');
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByText('May be sent to chat.example.com only'),
  ).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Token/ })).toHaveValue(
    'CHAT_TOKEN',
  );
  expect(await page.content()).not.toContain('s3cret-value');
});

test('draws what is written as JSON, and waits with what is none', async ({
  page,
}) => {
  await withWebhook(page, 'As JSON');
  await expectEdges(page, ['trigger>webhook_1']);
  await page.getByRole('tab', { name: 'JSON' }).click();
  const text = page.getByRole('textbox', { name: 'The workflow as JSON' });
  await expect(text).toContainText('"webhook_1"');
  const bare = {
    schemaVersion: 1,
    trigger: { type: 'manual', conditions: [] },
    settings: {},
    nodes: [
      { id: 'trigger', type: 'trigger', data: {} },
      { id: 'pause', type: 'delay', data: { duration: '5min' } },
    ],
    edges: [{ id: 'e', source: 'trigger', target: 'pause' }],
  };
  await text.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(
    JSON.stringify(
      { ...bare, edges: [{ id: 'e', source: 'trigger', target: 'x' }] },
      null,
      2,
    ),
  );
  await expect(page.getByText(/Not drawn yet: 1 problem/)).toBeVisible();
  await expect(page.getByText(/^Line \d+:/)).toBeVisible();
  await expect(node(page, 'webhook_1')).toBeVisible();

  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(JSON.stringify(bare));
  await expect(node(page, 'pause')).toBeVisible();
  await expect(node(page, 'webhook_1')).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(node(page, 'webhook_1')).toBeVisible();
  await expect(text).toContainText('"webhook_1"');

  // The same from a file, and out again.
  await page.getByTestId('import-json').setInputFiles({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ definition: bare })),
  });
  await expect(node(page, 'pause')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as a file' }).click();
  expect((await download).suggestedFilename()).toMatch(/^As JSON .*\.json$/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the fields in ${theme}`, async ({ page }) => {
    await page.addInitScript(
      name => window.localStorage.setItem('theme', name),
      theme,
    );
    await openNew(page, `Fields in ${theme}`);
    await node(page, 'trigger').click();
    // What the workflow is for is asked once.
    await expect(
      page.getByRole('button', { name: 'Add Entities' }),
    ).toHaveCount(0);
    await page.getByRole('button', { name: 'Add condition' }).last().click();
    await page.keyboard.press('Escape');
    expect(await violations(page), 'the entities').toEqual([]);

    await node(page, 'trigger').click();
    await addByKey(page, 'webhook', 'webhook_1');
    await url(page).click();
    await page.keyboard.insertText('https://chat.example.com/{{ incident.x }}');
    await page.getByRole('button', { name: 'Add Headers' }).click();
    await page.getByRole('button', { name: /^Authentication/ }).click();
    await page.getByRole('option', { name: 'OAuth 2.0' }).click();
    await page.getByRole('button', { name: 'Add Raw body' }).click();
    await page.getByRole('textbox', { name: 'JSON body' }).click();
    await page.keyboard.insertText(
      '{"a": [1, true, null, "{{ incident.title }}"]}',
    );
    await expect(
      page.getByText(/There is no incident\.x/).first(),
    ).toBeVisible();
    expect(await violations(page), 'an action').toEqual([]);

    await url(page).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('{{ inc');
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await violations(page), 'suggestions').toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('tab', { name: 'JSON' }).click();
    await expect(
      page.getByRole('textbox', { name: 'The workflow as JSON' }),
    ).toBeVisible();
    expect(await violations(page), 'the JSON').toEqual([]);
  });
}
