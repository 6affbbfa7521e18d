import type { Page } from '@playwright/test';
import { addByKey, expect, node, onCanvas, openNew, test } from './builder';

const problems = (page: Page) => page.getByRole('region', { name: 'Problems' });
const publish = (page: Page) => page.getByTestId('publish-workflow');

test('problems come and go while one types, and lead to their step and field', async ({
  page,
}) => {
  await openNew(page, 'Mending');
  await expect(problems(page)).toContainText('No problems');
  await node(page, 'trigger').click();
  await addByKey(page, 'webhook', 'webhook_1');
  await addByKey(page, 'condition', 'condition_1');
  await expect(problems(page)).toContainText('1 error, 1 warning');
  const url = page.getByRole('textbox', { name: /^URL/ });

  await page.getByRole('tab', { name: 'Outline' }).click();
  await problems(page).getByText('Webhook · URL').click();
  await expect(node(page, 'webhook_1')).toHaveClass(/selected/);
  await expect(url).toBeFocused();
  await page.keyboard.type('https://chat.example.com/{{ incident.title');
  await expect(problems(page)).toContainText('Unterminated variable tag');
  await expect(node(page, 'webhook_1')).toHaveAccessibleName(/problem/);
  await page.keyboard.type(' }}');
  await expect(problems(page)).not.toContainText('error');
  await expect(node(page, 'webhook_1')).not.toHaveAccessibleName(/problem/);

  // What is of the step as a whole has no field: the step has the focus.
  await problems(page)
    .getByText('neither way out of this condition leads anywhere')
    .click();
  await expect(node(page, 'condition_1')).toBeFocused();
  await problems(page).getByTitle('Hide problems').click();
  await expect(
    problems(page).getByText('neither way out of this condition'),
  ).toBeHidden();
});

test('a problem of a condition leads to its row', async ({ page }) => {
  await openNew(page, 'Rows');
  await node(page, 'trigger').click();
  await addByKey(page, 'condition', 'condition_1');
  await page.getByRole('button', { name: 'Add condition' }).click();
  const row = page.getByRole('listitem', { name: 'Condition 2' });
  await row.getByRole('textbox', { name: 'Field' }).fill('no field');
  await page.keyboard.press('Escape');
  await page.getByLabel('Workflow name').click();
  await problems(page)
    .getByText(/Conditions › 2 › Field/)
    .first()
    .click();
  await expect(row.getByRole('textbox', { name: 'Field' })).toBeFocused();
});

test('errors block publishing, warnings warn, and both are said', async ({
  page,
}) => {
  await openNew(page, 'Publishing');
  const { x, y } = await onCanvas(page, 0.5, 0.6);
  await page.mouse.dblclick(x, y);
  await page.keyboard.type('delay');
  await page.keyboard.press('Enter');
  await expect(problems(page)).toContainText('not connected to the trigger');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Version 2 is saved')).toBeVisible();
  await expect(publish(page)).toBeDisabled();
  await expect(
    page.getByTitle('Mend the errors first, then publish'),
  ).toBeVisible();

  // A form that is still empty is kept as well.
  await node(page, 'trigger').click();
  await addByKey(page, 'webhook', 'webhook_1');
  await expect(problems(page)).toContainText('Webhook · URL');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Version 3 is saved')).toBeVisible();
  await expect(publish(page)).toBeDisabled();
  await page.reload();
  await expect(problems(page)).toContainText('Webhook · URL');
  await node(page, 'webhook_1').click();
  await page.keyboard.press('Delete');
  await node(page, 'delay_1').click();
  await page.keyboard.press('Delete');

  await node(page, 'trigger').click();
  await addByKey(page, 'condition', 'condition_1');
  await expect(page.getByTitle('Save first, then publish')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Version 4 is saved')).toBeVisible();
  await expect(
    page.getByTitle('Let version 4 run from now on, with 1 warning'),
  ).toBeVisible();
  await publish(page).click();
  await expect(page.getByText('Version 4 is published').first()).toBeVisible();

  await node(page, 'condition_1').click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+s');
  await expect(
    page.getByText('Unpublished changes: version 4 runs'),
  ).toBeVisible();
});

test('every kind of action is kept as it comes, before its form is filled in', async ({
  page,
}) => {
  await openNew(page, 'Half-filled');
  await node(page, 'trigger').click();
  const steps = {
    Webhook: 'webhook_1',
    'Jira issue': 'jira_1',
    'Linear issue': 'linear_1',
    'Slack message': 'slack_1',
    Notification: 'notification_1',
    Runbook: 'runbook_1',
    'Changes fields of the incident': 'incident_1',
  };
  for (const [search, id] of Object.entries(steps)) {
    await addByKey(page, search, id);
    await expect(page.getByLabel('Inspector')).toContainText('What it does');
  }
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Version 2 is saved')).toBeVisible();
  await page.reload();
  for (const id of Object.values(steps)) {
    await expect(node(page, id)).toBeVisible();
  }
});
