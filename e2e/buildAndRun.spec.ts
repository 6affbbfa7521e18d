import { type Locator, type Page } from '@playwright/test';
import { backendUrl, expect, openAsGuest, test } from './portal/test';

const NAME = `Drawn in the browser ${Date.now()}`;

test('a workflow is drawn with the mouse, published, and runs for an incident', async ({
  page,
}) => {
  await openAsGuest(page);

  await page.getByRole('button', { name: 'Create workflow' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(NAME);
  await page.getByRole('button', { name: 'Create and draw' }).click();
  await expect(page.getByTestId('palette-webhook')).toBeVisible();

  const canvas = page.locator('.react-flow');
  const condition = await drop(page, canvas, 'condition', { x: 0.5, y: 0.4 });
  const webhook = await drop(page, canvas, 'webhook', { x: 0.3, y: 0.7 });
  const trigger = page.locator('.react-flow__node-trigger');

  await connect(page, handle(trigger, 'source'), handle(condition, 'target'));
  await connect(
    page,
    handle(condition, 'source', 'true'),
    handle(webhook, 'target'),
  );
  await expect(page.locator('.react-flow__edge')).toHaveCount(2);

  await condition.click();
  const inspector = page.getByLabel('Inspector');
  await inspector.getByLabel('Field', { exact: true }).fill('severity');
  await page.keyboard.press('Escape');
  await inspector.getByLabel('Value', { exact: true }).fill('critical');

  await webhook.click();
  await inspector
    .getByLabel('URL')
    .fill(`${backendUrl()}/api/demo-receiver/hooks/drawn`);

  await page.getByTestId('save-workflow').click();
  await expect(page.getByText('Version 2 is saved')).toBeVisible();
  await page.getByTestId('publish-workflow').click();
  await expect(page.getByText('Version 2 is published').first()).toBeVisible();
  await page.getByTestId('enable-workflow').click();
  await expect(page.getByText('The workflow is enabled')).toBeVisible();

  const title = `Disk full on db-1 {{ 7 * 7 }} "quoted" ${Date.now()}`;
  expect(await sendIncident(page, title)).toBe(202);

  await page.goto('/workflows/executions');
  const row = page.getByRole('row').filter({ hasText: NAME });
  await expect(row).toContainText('Completed');
  await expect(row).toContainText(title);
  await row.getByRole('link', { name: NAME }).click();

  await expect(page.getByText('POST').first()).toBeVisible();
  const steps = page.getByTestId(/^step-/);
  await expect(steps.filter({ hasText: 'Completed' })).toHaveCount(2);

  const receiver = await page.request.get(`${backendUrl()}/api/demo-receiver`);
  expect(await receiver.text()).toContain('/hooks/drawn');
});

/** Drags an item of the palette onto the canvas; gives the new node. */
async function drop(
  page: Page,
  canvas: Locator,
  item: 'condition' | 'webhook' | 'delay',
  at: { x: number; y: number },
): Promise<Locator> {
  const type = item === 'webhook' ? 'action' : item;
  const nodes = page.locator(`.react-flow__node-${type}`);
  const before = await nodes.count();
  const box = (await canvas.boundingBox())!;
  await page.getByTestId(`palette-${item}`).dragTo(canvas, {
    targetPosition: { x: box.width * at.x, y: box.height * at.y },
  });
  await expect(nodes).toHaveCount(before + 1);
  return nodes.nth(before);
}

function handle(node: Locator, kind: 'source' | 'target', id?: string) {
  return node.locator(
    `.react-flow__handle.${kind}${id ? `[data-handleid="${id}"]` : ''}`,
  );
}

/** Draws a connection from one handle to another. */
async function connect(page: Page, from: Locator, to: Locator) {
  const start = (await from.boundingBox())!;
  const end = (await to.boundingBox())!;
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, {
    steps: 12,
  });
  await page.mouse.up();
}

async function sendIncident(page: Page, title: string): Promise<number> {
  const response = await page.request.post(
    `${backendUrl()}/api/workflows/hooks/generic`,
    {
      headers: { Authorization: 'Bearer dev-generic-token' },
      data: {
        id: `e2e-${Date.now()}`,
        state: 'open',
        summary: title,
        severity: 'critical',
        service: 'checkout',
      },
    },
  );
  return response.status();
}
