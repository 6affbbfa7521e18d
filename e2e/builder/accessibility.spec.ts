import { violations } from './axe';
import { addByKey, announced, expect, node, openNew, test } from './builder';

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in ${theme}`, async ({ page }) => {
    await page.addInitScript(
      name => window.localStorage.setItem('theme', name),
      theme,
    );
    await openNew(page, `Axe in ${theme}`);
    await expect(page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      theme,
    );
    expect(await violations(page), 'the workflow').toEqual([]);

    await node(page, 'trigger').click();
    expect(await violations(page), 'the trigger').toEqual([]);
    await addByKey(page, 'condition', 'condition_1');
    expect(await violations(page), 'a condition').toEqual([]);
    await addByKey(page, 'webhook', 'webhook_1');
    expect(await violations(page), 'an action with problems').toEqual([]);
    await addByKey(page, 'delay', 'delay_1');
    expect(await violations(page), 'a delay').toEqual([]);

    await page.keyboard.press('Tab');
    expect(await violations(page), 'the picker').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    expect(await violations(page), 'connecting').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await violations(page), 'the keys').toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('tab', { name: 'Outline' }).click();
    expect(await violations(page), 'the outline').toEqual([]);
    await page.getByRole('tab', { name: 'Inspector' }).click();
    await page.getByTestId('palette-note').click();
    await page.keyboard.type('# A note\n\nwith a [link](https://example.com)');
    await page.keyboard.press('Escape');
    expect(await violations(page), 'a note').toEqual([]);
  });
}

test('the outline reads the workflow in words, and leads to its steps', async ({
  page,
}) => {
  await openNew(page, 'Outline');
  await node(page, 'trigger').click();
  await addByKey(page, 'condition', 'condition_1');
  await addByKey(page, 'webhook', 'webhook_1');
  await page.getByRole('tab', { name: 'Outline' }).click();
  const list = page.getByRole('list', { name: 'Outline' });
  await expect(list.getByRole('listitem')).toHaveText([
    /1\. Trigger.*Then: Condition/,
    /2\. Condition.*When true: Webhook.*When false: the end/,
    /3\. Webhook.*Then: the end/,
  ]);
  await list.getByRole('button', { name: /^1\. Trigger/ }).click();
  await expect(node(page, 'trigger')).toHaveClass(/selected/);

  await list.getByRole('button', { name: 'Connect Webhook to…' }).click();
  await page.keyboard.press('Escape');
  await list.getByRole('button', { name: 'Add a step after Webhook' }).click();
  await page.keyboard.type('delay');
  await page.keyboard.press('Enter');
  await expect(announced(page)).toContainText('Delay is added after Webhook');
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await page.getByLabel('Find a step').fill('webh');
  await expect(list.getByRole('listitem')).toHaveCount(1);
});

test('a step tells a screen reader its name, what it does, and what is wrong', async ({
  page,
}) => {
  await openNew(page, 'Names');
  await node(page, 'trigger').click();
  await expect(node(page, 'trigger')).toHaveAccessibleName(
    /^Trigger When an incident opens/,
  );
  await addByKey(page, 'webhook', 'webhook_1');
  await expect(node(page, 'webhook_1')).toHaveAccessibleName(
    /^Webhook POST.*problem/,
  );
});
